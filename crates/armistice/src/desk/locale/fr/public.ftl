# The public pages.
#
# Ids: public-….

public-what-known = Ce que l’on sait
public-what-not-known = Ce que l’on ne sait pas
public-what-parties-say = Ce que disent les parties
public-what-agreement-says = Ce que dit l’accord
public-no-party-replied = Aucune partie n’a répondu.
public-version = Version { $number }, { $day }
public-what-changed = Ce qui a changé
public-first-version = Première version
public-cite = Citer comme
public-verify-page = Vérifier cette page
public-digest = Empreinte
public-bundle = Télécharger le dossier de preuve
public-withheld-person = { $count ->
    [one] { $count } source est retenue : risque pour une personne
    *[other] { $count } sources sont retenues : risque pour des personnes
  }
public-how-we-decide = Comment nous décidons
public-how-text = Les rapports sont lus en affirmations, chacune liée à ses mots. Celles d’un même acte, lieu et moment forment un incident. Un incident est examiné selon chaque texte de l’accord. Seules les composantes décident, selon la règle de l’accord.
public-data = Les données de cette page
public-no-finding = Cette page n’est la constatation d’aucun organe.
public-sources = Sources
public-latest-reports = Derniers rapports
public-published = Publié le { $time }
public-empty = Rien n’est encore publié.
