package frontmatter

import (
	"fmt"

	"kaartenbak/generator/problem"
)

// Rules are all rules of this package, in the order in which a reader of a
// file meets them: the file, the two lines around the block, how the block is
// written, what is in it. Those for characters are in package characters.
var Rules problem.Rules

// The file as a whole.
var (
	tooLarge = Rules.Add("te-groot", fmt.Sprintf(`Een kaart is hoogstens %d kB en het kopblok daarin hoogstens %d kB, zodat elke pagina snel opent; een begrippenlijst is hoogstens %d kB. `+
		`Maak de tekst korter of verdeel haar over meer kaarten.`, MaxEntry>>10, maxBlock>>10, MaxFile>>10))
	conflict = Rules.Add("conflict", `In een bestand staan geen regels als <<<<<<< HEAD: die zet Git neer als twee mensen hetzelfde stuk hebben veranderd. `+
		`Kies welke van de twee teksten blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.`)
)

// The lines that begin and end the block.
var (
	noBlock = Rules.Add("geen-kopblok", `Een bestand begint met een kopblok: een regel met alleen ---, de velden, en weer een regel met alleen ---. `+
		`In het kopblok staat wat de kaart is; zet het boven de tekst.`)
	notYAML = Rules.Add("niet-yaml", `De velden in het kopblok zijn geschreven in YAML: "naam: waarde", met --- erboven en eronder. `+
		`TOML (met +++) en JSON (met accolades) leest dit programma niet: schrijf de velden om.`)
	openBlock = Rules.Add("kopblok-open", `Het kopblok eindigt met een regel met precies drie streepjes (---), vooraan de regel en zonder iets erachter. `+
		`Anders is niet te zien waar de tekst begint; zet die regel onder het laatste veld.`)
	secondBlock = Rules.Add("tweede-kopblok", `Een bestand heeft één kopblok, en daaronder staat de tekst. `+
		`Maak van twee kaarten twee bestanden, of haal het tweede blok weg.`)
	controlLine = Rules.Add("stuurregel", `In het kopblok staan alleen velden, en geen regels voor YAML zelf, zoals %YAML of --- met iets erachter. `+
		`Haal zo'n regel weg.`)
)

// How the block is written.
var (
	syntax = Rules.Add("yaml", `Elke regel van het kopblok is te lezen als YAML, zoals "naam: waarde" of "- waarde". `+
		`Zet bij twijfel de hele waarde tussen dubbele aanhalingstekens.`)
	colon = Rules.Add("dubbele-punt", `Tussen de naam van een veld en de waarde staat een dubbele punt met een spatie, en verder nergens op de regel. `+
		`Staat in de waarde zelf een dubbele punt met een spatie, zet de waarde dan tussen dubbele aanhalingstekens.`)
	quote = Rules.Add("aanhalingsteken", `Een waarde die met een aanhalingsteken begint, eindigt met hetzelfde aanhalingsteken, en het is een recht (") en geen krul (“). `+
		`Anders is niet te zien waar de waarde ophoudt; zet het ontbrekende teken erbij.`)
	firstChar = Rules.Add("beginteken", `Een waarde begint niet met een teken dat in YAML iets anders betekent: @ % & * | > en enkele andere. `+
		`Zet de waarde tussen dubbele aanhalingstekens.`)
	indent = Rules.Add("inspringen", `Velden staan vooraan de regel, en wat bij een veld hoort springt eronder in, steeds even ver en met spaties. `+
		`Aan het inspringen is te zien wat bij elkaar hoort; zet de regel recht onder de regel waar zij bij hoort.`)
	list = Rules.Add("lijst-open", `Een lijst op één regel begint met [ en eindigt met ], en tussen de waarden staat een komma. `+
		`Voorbeeld: [artrose-knie, artrose-heup].`)
	escape = Rules.Add("schuine-streep", `Tussen dubbele aanhalingstekens heeft de schuine streep \ een eigen betekenis. `+
		`Schrijf \\ voor een gewone schuine streep, en typ bijzondere letters gewoon zelf.`)
)

// What is in the block.
var (
	noFields = Rules.Add("geen-velden", `Het kopblok bestaat uit velden: regels met een naam, een dubbele punt, een spatie en een waarde. `+
		`Zet gewone tekst onder het kopblok.`)
	tooDeep = Rules.Add("te-diep", fmt.Sprintf(`Lijsten en velden staan hoogstens %d lagen diep in elkaar; dieper is het niet meer te volgen. `+
		`Haal haken of lagen weg die niet nodig zijn.`, maxDepth))
	duplicate = Rules.Add("dubbel-veld", `Een veld staat maar één keer op dezelfde plaats, want anders is niet duidelijk welke waarde geldt. `+
		`Haal een van de twee weg of voeg ze samen.`)
	fieldName = Rules.Add("veldnaam", `De naam van een veld is een gewoon woord, en geen getal, datum of lijst. `+
		`Moet de naam een getal zijn, zet die dan tussen aanhalingstekens.`)
	anchor = Rules.Add("anker", `Een waarde staat voluit op haar plaats: verwijzen met &, * of << mag niet, want zo is een bestand niet van boven naar beneden te lezen. `+
		`Schrijf de waarde uit, of zet tekst die met & of * begint tussen dubbele aanhalingstekens.`)
	tag = Rules.Add("tag", `Een waarde begint niet met een uitroepteken, want YAML leest wat erachter staat als een soort en laat het weg. `+
		`Zet de waarde tussen dubbele aanhalingstekens.`)
	afterHash = Rules.AddWarning("opmerking", `Wat achter een spatie en een # staat, is voor YAML een opmerking en komt niet op de pagina. `+
		`Hoort het bij de tekst, zet de waarde dan tussen dubbele aanhalingstekens; is het een opmerking, zet dan twee spaties voor de # en één erachter.`)
	curlyQuotes = Rules.AddWarning("krulaanhalingstekens", `Een waarde staat liever niet tussen gekrulde aanhalingstekens, want die horen voor YAML bij de tekst en komen op de pagina. `+
		`Gebruik rechte aanhalingstekens ("), of zet die om de gekrulde heen als ze bij de tekst horen.`)
)
