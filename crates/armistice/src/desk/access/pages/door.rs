//! Coming in and going out: sign-in, the link, invitations, what was typed when a session had ended.
//!
//! Must not: use a link up for a browser that only looks ahead, or go on to another host.

use super::{
    super::{
        cookie::Kind,
        csrf::{self, onward},
        password, refuse,
        secret::Secret,
        signin::Outcome,
        store::StoreError,
        totp,
    },
    Ask, field, to,
};
use axum::{
    body::Bytes,
    http::{HeaderValue, header},
    response::Response,
};
use maud::{Markup, html};

fn with(mut answer: Response, cookies: impl IntoIterator<Item = Option<HeaderValue>>) -> Response {
    for cookie in cookies.into_iter().flatten() {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

/// Signed in: the cookie, and on to where one wanted to go; what was typed before comes first.
pub(super) fn inside(ask: &Ask, token: &Secret, then: Option<&str>) -> Response {
    let cookies = &ask.gate.cookies;
    let next = if cookies.find(&ask.headers, Kind::Held).is_some() { "/held" } else { onward(then) };
    let session = cookies.set(Kind::Session, token.reveal(), Some(ask.gate.settings.lives.whole));
    with(to(next), [session, cookies.clear(Kind::Form)])
}

/// A form of one who is not signed in: its token hangs on a cookie, which is set with the page.
fn outside(ask: &mut Ask, make: impl FnOnce(&Ask) -> (u16, &'static str, Markup)) -> Response {
    let cookies = ask.gate.cookies.clone();
    let mut set = None;
    if ask.reader.csrf.is_empty() {
        let Ok(value) = Secret::new() else { return refuse::bare(500) };
        ask.reader.csrf = ask.gate.form_token(value.reveal());
        set = cookies.set(Kind::Form, value.reveal(), None);
    }
    let (status, title, body) = make(ask);
    with(ask.page(status, title, &body), [set])
}

fn sign_in_form(ask: &Ask, then: &str, notice: Option<&str>) -> Markup {
    html! {
        @if let Some(notice) = notice { p class="problem" role="alert" { (notice) } }
        @if ask.gate.passkeys.is_some() {
            div data-island="passkey" data-purpose="sign-in" data-begin="/passkey/sign-in/begin"
                data-finish="/passkey/sign-in/finish" data-then=(then) data-csrf=(ask.reader.csrf_token()) {
                button type="button" hidden { (ask.t("access-passkey-use")) }
                p role="status" {}
            }
        }
        form method="post" action="/sign-in" class="sign-in" {
            (ask.csrf())
            input type="hidden" name="then" value=(then);
            (field(&ask.t("access-name"), "name", "text", "username"))
            (field(&ask.t("access-password"), "password", "password", "current-password"))
            (field(&ask.t("access-code"), "code", "text", "one-time-code"))
            p class="hint" { (ask.t("access-code-hint")) }
            button type="submit" { (ask.t("access-sign-in")) }
        }
        p class="hint" { (ask.t("access-link-hint")) }
    }
}

/// Whether the browser loads a page because somebody wants to see it, and not because another page led or it looks ahead.
fn is_wanted(ask: &Ask) -> bool {
    let text = |name: &str| ask.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let ahead = ["sec-purpose", "purpose", "x-moz"].iter().any(|h| text(h).contains("prefetch"));
    !ahead && matches!(text("sec-fetch-site"), "" | "none" | "same-origin")
}

pub(super) async fn show(mut ask: Ask) -> Response {
    if let Some(link) = ask.query("link") {
        if is_wanted(&ask) {
            return use_link(ask, link).await;
        }
        return outside(&mut ask, |ask| {
            let body = html! {
                p { (ask.t("access-link-confirm")) }
                form method="post" action="/sign-in/link" {
                    (ask.csrf())
                    input type="hidden" name="link" value=(link);
                    button type="submit" { (ask.t("access-sign-in")) }
                }
            };
            (200, "access-sign-in", body)
        });
    }
    let then = ask.query("then");
    if ask.reader.is_signed_in() {
        return to(onward(then.as_deref()));
    }
    outside(&mut ask, |ask| (200, "access-sign-in", sign_in_form(ask, onward(then.as_deref()), None)))
}

async fn use_link(mut ask: Ask, link: String) -> Response {
    let old = ask.reader.session.clone();
    match ask.gate.ask(move |store, now| store.follow_link(&link, old.as_ref(), now)).await {
        Ok(Some(token)) => inside(&ask, &token, None),
        // Used before, too old, or never made: the same answer. Who is signed in already goes on.
        Ok(None) if ask.reader.is_signed_in() => to("/"),
        Ok(None) => {
            outside(&mut ask, |ask| (403, "access-sign-in", sign_in_form(ask, "/", Some(&ask.t("access-link-void")))))
        }
        Err(e) => ask.failed(&e, "/sign-in"),
    }
}

pub(super) async fn follow(ask: Ask, body: Bytes) -> Response {
    use_link(ask, csrf::field(&body, "link").unwrap_or_default()).await
}

pub(super) async fn enter(mut ask: Ask, body: Bytes) -> Response {
    let text = |name| csrf::field(&body, name).unwrap_or_default();
    let then = csrf::field(&body, "then");
    let then = onward(then.as_deref());
    let done = ask.gate.sign_in(&text("name"), &text("password"), &text("code"), ask.reader.session.as_ref()).await;
    match done {
        Ok(Outcome::In(_, token)) => inside(&ask, &token, Some(then)),
        Ok(Outcome::Wrong) => {
            outside(&mut ask, |ask| (403, "access-sign-in", sign_in_form(ask, then, Some(&ask.t("access-wrong")))))
        }
        Ok(Outcome::Wait(seconds)) => {
            let mut answer = outside(&mut ask, |ask| {
                let notice = ask.locale.t_with("access-wait", &[("seconds", seconds.into())]);
                (429, "access-sign-in", sign_in_form(ask, then, Some(&notice)))
            });
            if let Ok(value) = seconds.to_string().parse() {
                answer.headers_mut().insert(header::RETRY_AFTER, value);
            }
            answer
        }
        Err(e) => ask.failed(&e, "/sign-in"),
    }
}

pub(super) async fn leave(ask: Ask) -> Response {
    if let (Some(account), Some(session)) = (ask.reader.account.clone(), ask.reader.session.clone())
        && let Err(e) = ask.gate.ask(move |store, now| store.end_session(&account, &session, now)).await
    {
        return ask.failed(&e, "/account");
    }
    let cookies = &ask.gate.cookies;
    let mut answer = with(to("/sign-in"), [cookies.clear(Kind::Session), cookies.clear(Kind::Held)]);
    // Whatever the browser kept of this desk goes as well.
    answer.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    answer
}

/// The parts of a form that sets a password with its codes.
pub(super) fn password_fields(ask: &Ask, name: &str, required: bool) -> Markup {
    let Ok(secret) = totp::secret() else { return html! {} };
    let text = totp::text(&secret);
    let spaced: Vec<&str> = text.as_bytes().chunks(4).filter_map(|c| std::str::from_utf8(c).ok()).collect();
    html! {
        p class="field" {
            label for="password" { (ask.t("access-password-new")) }
            input id="password" name="password" type="password" autocomplete="new-password" minlength=(password::LEAST) required[required];
        }
        p class="hint" { (ask.locale.t_with("access-password-rule", &[("least", password::LEAST.into())])) }
        p { (ask.t("access-totp-how")) }
        p { code class="secret" dir="ltr" { (spaced.join(" ")) } " " a href=(totp::address(&secret, "Armistice", name)) { (ask.t("access-totp-open")) } }
        input type="hidden" name="secret" value=(text);
        p class="field" {
            label for="code" { (ask.t("access-code-now")) }
            input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required[required];
        }
    }
}

/// Reads what [`password_fields`] asked for: hash, secret, step.
pub(super) async fn read_password(
    ask: &Ask,
    body: &Bytes,
    name: &str,
) -> Result<(password::Hashed, [u8; totp::BYTES], u64), StoreError> {
    let text = |name| csrf::field(body, name).unwrap_or_default();
    let typed = text("password");
    password::fit(&typed, name).map_err(StoreError::Refused)?;
    let secret = totp::parse(&text("secret")).ok_or(StoreError::Refused("access-code-wrong"))?;
    let step =
        totp::check(&secret, &text("code"), ask.gate.now(), None).ok_or(StoreError::Refused("access-code-wrong"))?;
    Ok((ask.gate.hash(&typed).await?, secret, step))
}

pub(super) async fn invited(mut ask: Ask) -> Response {
    let code = ask.query("code").unwrap_or_default();
    let asked = code.clone();
    match ask.gate.ask(move |store, now| store.invitation(&asked, now)).await {
        Ok(Some(invitation)) => outside(&mut ask, |ask| {
            let body = html! {
                p { (ask.locale.t_with("access-invited", &[("role", ask.locale.word("access-role", &invitation.role).into())])) }
                form method="post" action="/invitation" {
                    (ask.csrf())
                    input type="hidden" name="invitation" value=(code);
                    (field(&ask.t("access-name-own"), "name", "text", "username"))
                    p class="hint" { (ask.t("access-name-hint")) }
                    fieldset {
                        legend { (ask.t("access-way-password")) }
                        (password_fields(ask, "", false))
                        button type="submit" name="way" value="password" { (ask.t("access-join")) }
                    }
                    @if ask.gate.passkeys.is_some() {
                        fieldset {
                            legend { (ask.t("access-way-passkey")) }
                            p class="hint" { (ask.t("access-way-passkey-hint")) }
                            button type="submit" name="way" value="passkey" { (ask.t("access-join")) }
                        }
                    }
                }
            };
            (200, "access-invitation", body)
        }),
        Ok(None) => {
            let body = html! { p class="problem" role="alert" { (ask.t("access-invitation-void")) } };
            ask.page(404, "access-invitation", &body)
        }
        Err(e) => ask.failed(&e, "/sign-in"),
    }
}

pub(super) async fn accept(ask: Ask, body: Bytes) -> Response {
    let text = |name| csrf::field(&body, name).unwrap_or_default();
    let (code, name) = (text("invitation"), text("name"));
    let back = format!("/invitation?code={}", csrf::encoded(&code));
    let asked = code.clone();
    // The cost of a hash only for one who holds an invitation.
    match ask.gate.ask(move |store, now| store.invitation(&asked, now)).await {
        Ok(Some(_)) => {}
        Ok(None) => return ask.failed(&StoreError::Refused("access-invitation-void"), "/sign-in"),
        Err(e) => return ask.failed(&e, "/sign-in"),
    }
    let proof = if text("way") == "passkey" {
        None
    } else {
        match read_password(&ask, &body, &name).await {
            Ok(proof) => Some(proof),
            Err(e) => return ask.failed(&e, &back),
        }
    };
    let done = ask.gate.ask(move |store, now| {
        let (account, token) = store.accept(&code, &name, now)?;
        if let Some((hashed, secret, step)) = proof {
            // Nothing is kept of sessions: only this one there is, and it stays.
            let lives = super::super::session::Lives::default();
            let own = store.sessions(&account, lives, now)?.into_iter().next().map(|s| s.id.0);
            store.set_password(&account, &hashed, &secret, step, own.as_deref(), now)?;
        }
        Ok(token)
    });
    match done.await {
        Ok(token) => inside(&ask, &token, Some("/account")),
        Err(e) => ask.failed(&e, &back),
    }
}

/// Shows back what was typed when the session had ended. Nothing is sent before its owner does.
pub(super) async fn held(ask: Ask) -> Response {
    let Ok(account) = ask.account() else { return refuse::bare(401) };
    let cookies = &ask.gate.cookies;
    let token = cookies.find(&ask.headers, Kind::Held);
    let form = token.and_then(|t| ask.gate.holder.show(&t, &account, ask.gate.now()));
    let Some(form) = form else {
        return with(to("/"), [cookies.clear(Kind::Held)]);
    };
    let body = html! {
        p { (ask.t("access-held-here")) }
        form method="post" action=(form.path) {
            (ask.csrf())
            @for (name, value) in &form.fields {
                @if value.len() > 60 || value.contains('\n') {
                    p class="field" {
                        label { span dir="ltr" { (name) } " "
                            textarea name=(name) rows="6" dir="auto" { "\n" (value) }
                        }
                    }
                } @else {
                    p class="field" { label { span dir="ltr" { (name) } " " input name=(name) value=(value) dir="auto"; } }
                }
            }
            button type="submit" { (ask.t("access-held-send")) }
        }
        form method="post" action="/held/forget" {
            (ask.csrf())
            button type="submit" class="quiet" { (ask.t("access-held-forget")) }
        }
    };
    ask.page(200, "access-held-title", &body)
}

pub(super) async fn forget(ask: Ask) -> Response {
    let cookies = &ask.gate.cookies;
    if let Some(token) = cookies.find(&ask.headers, Kind::Held) {
        ask.gate.holder.forget(&token);
    }
    with(to("/"), [cookies.clear(Kind::Held)])
}
