//! Decimal degrees as whole micro-degrees.
//!
//! Must not: use floating point.

/// Micro-degrees from a decimal without exponent; more than six places are rounded to the nearest, half away from zero.
pub(crate) fn decimal(text: &str, max: i64) -> Option<i32> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let ok = |s: &str, most: usize| !s.is_empty() && s.len() <= most && s.bytes().all(|b| b.is_ascii_digit());
    if !ok(whole, 3) || !ok(part, 20) {
        return None;
    }
    let six: String = part.chars().chain(std::iter::repeat('0')).take(6).collect();
    let up = part.as_bytes().get(6).is_some_and(|d| *d >= b'5');
    let micro = whole.parse::<i64>().ok()? * 1_000_000 + six.parse::<i64>().ok()? + i64::from(up);
    let micro = if negative { -micro } else { micro };
    (micro.abs() <= max * 1_000_000).then(|| i32::try_from(micro).ok()).flatten()
}
