# Verifying a record, in the reader's own browser.
#
# Ids: verify-….

verify-title = Vérifier un document
verify-drop = Déposez ici un dossier de preuve, ou choisissez un fichier
verify-choose = Choisir un fichier
verify-local = La vérification se fait dans votre navigateur ; rien n’est envoyé.
verify-valid = Valide
verify-invalid = Non valide
verify-cannot-tell = Impossible à dire
verify-checking = Vérification…
verify-contents-match = { $count ->
    [one] Le contenu correspond à la liste signée : { $count } fichier
    *[other] Le contenu correspond à la liste signée : { $count } fichiers
  }
verify-signed-by = Signé par { $name }
verify-signature-bad = La signature de { $name } ne correspond pas.
verify-in-register = Dans le registre de { $name }, inscription { $number }
verify-not-rewritten = Rien du registre n’a été réécrit.
verify-witnessed = { $count ->
    [one] Cosigné par { $count } témoin
    *[other] Cosigné par { $count } témoins
  }
verify-existed-before = Existait avant le { $time }
verify-existed-after = N’a pas été fait avant le { $time }
verify-differs-at = { $name } diffère de la liste à l’octet { $number }.
verify-missing = { $name } manque.
verify-limits = Ce que cela ne prouve pas
verify-limits-truth = Que les sources ont dit la vérité.
verify-limits-complete = Que rien d’autre ne s’est produit.
verify-offline = Sans cette page
verify-policy = Quelles signatures font foi
verify-details = Toutes les étapes de la vérification

# Members and witnesses
members-title = Membres et témoins
members-seen = Qui a vu quoi
members-size = { $count ->
    [one] { $count } inscription
    *[other] { $count } inscriptions
  }
members-behind = { $count ->
    [one] { $count } inscription de retard
    *[other] { $count } inscriptions de retard
  }
members-up-to-date = à jour
members-last-heard = dernières nouvelles : { $time }
members-never-heard = jamais de nouvelles
members-quorum = { $count ->
    [one] { $count } témoin requis
    *[other] { $count } témoins requis
  }
members-split-view = Un registre a été montré différemment à deux lecteurs. La preuve est conservée.
members-exchange-now = Échanger les registres maintenant
