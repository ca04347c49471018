/**
 * Dutch words of which no rule gives the other forms: own work, from what grammars of
 * Dutch list, as far as texts about care have them. A line is a word and its forms.
 * Left out are forms that are other words too (namen, braken, sloten). Package search
 * reads this file as well.
 * @module
 */

/** Verbs; with a prefix before them too: opnemen, opgenomen. */
export const verbs = `
bakken bakte gebakken
beginnen begon begonnen
belijden beleed
bieden bood boden geboden
bijten beet gebeten
binden bond bonden gebonden
blijken bleek bleken gebleken
blijven bleef bleven gebleven
breken brak gebroken
brengen bracht brachten gebracht
buigen boog bogen gebogen
denken dacht dachten gedacht
doen doet deed deden gedaan
dragen droeg droegen gedragen
drijven dreef dreven gedreven
dringen drong drongen gedrongen
drinken dronk dronken gedronken
dwingen dwong dwongen gedwongen
eten eet aten gegeten
gaan ga gaat ging gingen gegaan
gelden gold golden gegolden
genezen genas genazen genezen
genieten genoot genoten
geven gaf gaven gegeven
gieten goot goten gegoten
glijden gleed gleden gegleden
grijpen greep grepen gegrepen
hangen hing hingen gehangen
hebben heb hebt heeft had hadden gehad
heffen hief hieven geheven
helpen hielp hielpen geholpen
houden hield hielden gehouden
kiezen koos kozen gekozen
kijken keek keken gekeken
klimmen klom geklommen
klinken klonk klonken geklonken
komen kwam kwamen gekomen
kopen kocht kochten gekocht
krijgen kreeg kregen gekregen
krimpen kromp krompen gekrompen
kruipen kroop kropen gekropen
kunnen kon konden gekund
laten liet lieten gelaten
lezen las lazen gelezen
lijden leed leden geleden
lijken leek geleken
liggen lag gelegen
liegen loog logen gelogen
lopen liep liepen gelopen
meten mat gemeten
mijden meed meden gemeden
moeten moest moesten gemoeten
mogen mocht mochten
nemen nam genomen
onthouden onthield onthielden
ontstaan ontstond ontstonden
overlijden overleed overleden
raden ried geraden
rijden reed reden gereden
roepen riep riepen geroepen
schelden schold gescholden
schenken schonk schonken geschonken
schieten schoot geschoten
schrijven schreef schreven geschreven
schrikken schrok geschrokken
schuiven schoof schoven geschoven
slaan slaat sloeg sloegen geslagen
slapen sliep sliepen geslapen
slijten sleet gesleten
sluiten sloot gesloten
snijden sneed sneden gesneden
snuiten snoot gesnoten
spreken sprak spraken gesproken
springen sprong sprongen gesprongen
staan sta staat stond stonden gestaan
steken stak gestoken
stelen stal gestolen
sterven stierf stierven gestorven
stijgen steeg stegen gestegen
stinken stonk stonken gestonken
strijden streed streden gestreden
trekken trok trokken getrokken
vallen viel vielen gevallen
vangen ving vingen gevangen
vechten vocht vochten gevochten
verdwijnen verdween verdwenen
vergeten vergat vergaten
verliezen verloor verloren
verslijten versleten
vinden vond vonden gevonden
vliegen vloog vlogen gevlogen
vouwen vouwde gevouwen
vragen gevraagd
vriezen vroor gevroren
wassen waste gewassen
wegen woog wogen gewogen
werpen wierp wierpen geworpen
weten wist wisten geweten
wijzen gewezen
aanwijzen aanwees
bewijzen bewees bewezen
verwijzen verwees verwezen
winnen won wonnen gewonnen
worden werd werden geworden
wrijven wreef wreven gewreven
zeggen zei zeiden gezegd
zenden zond zonden gezonden
zien zie ziet zag gezien
zijn geweest
zingen zong gezongen
zinken zonk gezonken
zitten zat zaten gezeten
zoeken zocht zochten gezocht
zuigen zoog zogen gezogen
zwellen zwol zwollen gezwollen
zwemmen zwom zwommen gezwommen
zwerven zwierf gezworven
zwijgen zweeg zwegen gezwegen
`;

/** Plurals, comparatives and what is made of a word in another way. */
export const others = `
kind kinderen kinder kinders
ei eieren eitje eitjes
been beenderen
blad bladeren bladen blaadje blaadjes
gegeven gegevens
goed goederen
gelid gelederen
gemoed gemoederen
hoen hoenderen
kalf kalveren
kleed klederen kleren
lam lammeren
lied liederen
rad raderen
rund runderen
volk volkeren
lid leden
ledemaat ledematen lidmaat lidmaten
schip schepen scheepje
smid smeden
stad steden
koe koeien koetje
vlo vlooien
aap apen
oog ogen
oor oren
uur uren
bad baden
bed bedje
bloedvat bloedvaatje bloedvaatjes
dag dagen daagje daags
dak daken
gat gaten gaatje gaatjes
gebrek gebreken
gen genen
glas glazen glaasje glaasjes
god goden
graf graven
grof grove
hof hoven
hol holen
lot loten
pad paden
slag slagen
slot sloten
spel spelen spelletje spelletjes
staf staven
vat vaten vaatje vaatjes
weg wegen
atrium atria
bacterie bacterien bacterium
centrum centra centrums
consortium consortia
datum data datums
diagnose diagnosen diagnosticeren
maximum maxima
minimum minima
museum musea museums
serum sera
spectrum spectra
trauma traumata
stoma stomata
catalogus catalogi
bureau bureautje
dosis doses
crisis crises
metastase metastasen
hersenen hersens
levering leveringen leveren levert leverde leverden geleverd geleverde
stemming stemmingen
olie olien
dicht dichter dichtst dichtste
dik dikker dikst dikste
diep dieper diepst diepste
dun dunner dunst dunste
fris frisser
groot groter groots grootst grootste
hard harder hardst hardste
hoog hoger hoogst hoogste
jong jonger jongst jongste
kort korter kortst kortste
klein kleiner kleinst kleinste
laag lager laagst laagste
lang langer langst langste
laat later
licht lichter lichtst lichtste
nauw nauwer
nieuw nieuwer nieuwst nieuwste
oud oudst oudste
rustig rustiger
scherp scherper
sterk sterker sterkst sterkste
slecht slechter slechtst slechtste
smal smaller
snel sneller snelst snelste
vroeg vroeger vroegst vroegste
vaak vaker vaakst
warm warmer
zacht zachter
zeker zekerder
zwaar zwaarder zwaarst zwaarste
zwak zwakker zwakst zwakste
dood dodelijk dodelijke doden
geest geestelijk geestelijke
lichaam lichamelijk lichamelijke
persoon persoonlijk persoonlijke
pijn pijnlijk pijnlijke
ziek ziekte ziektes ziekten
zwanger zwangerschap zwangerschappen
angst angstig angstige
depressie depressief depressieve
preventie preventief preventieve
operatie operatief operatieve
curatie curatief curatieve
`;

/** Words that who types them means: "oor" is no half of "oorzaak". Parts of the body, and what care is about. */
export const whole = `
adem ader angst arm arts been bil blaas bloed borst bot breuk bril buik buis cel darm dood druk duim eisen gal geest gen haar hak hals hand
hart hernia heup hiel hoest hoofd huid jeuk kaak kans kalk keel kies kin kind klacht klier knie koorts kramp kuit kuur lens leven lever lid
lies lip long maag maat man mening milt mond naald nagel nek neus nier oog oor pees pijn pil pink plas pols prik pus recht rib rug scan schouder
slaap slijm snee spier spuit stem stoma taal tand teen tepel tong tumor vaat vet vinger virus vlek voet vocht vrouw wang wens wervel wet
wond zaad zalf zenuw zicht ziek ziekte zoon zorg zuur zwanger zweet
`;
