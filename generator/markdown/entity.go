package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// maxEntity is the longest name of an entity with room to spare.
const maxEntity = 40

// entity decodes the entity with which s starts. The size is 0 when there is
// none.
func entity(s []byte) (decoded []byte, size int) {
	end := bytes.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 2 {
		return nil, 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return nil, 0
		}
		return e.Characters, end + 1
	}
	digits, base, most := name[1:], 10, 7
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base, most = digits[1:], 16, 6
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return nil, 0
	}
	return utf8.AppendRune(nil, util.ToValidRune(rune(code))), end + 1
}

// decodeAll decodes what goldmark decodes in the address of a link.
func decodeAll(s []byte) string {
	if bytes.IndexByte(s, '&') < 0 && bytes.IndexByte(s, '\\') < 0 {
		return string(s)
	}
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(s))))
}

// sharedEntities are the entities that the form knows, each name followed by what
// it stands for. HTML has 2,125; the form gets those that people type (HTML 4), and
// all that can break a rule: signs of ASCII, of which addresses consist, what cannot
// be seen, letters that look like ours, and fancy ones. The others are signs
// of mathematics.
func sharedEntities() []string {
	names := slices.Concat(latinEntities, signEntities, hiddenEntities)
	for letter := 'A'; letter <= 'z'; letter++ {
		for _, kind := range []string{"fr", "opf", "scr", "cy"} {
			names = append(names, string(letter)+kind)
		}
	}
	var all []string
	for _, name := range names {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			all = append(all, name, string(e.Characters))
		}
	}
	return all
}

// Names of letters.
var latinEntities = strings.Fields(`
	Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc
	Otilde Ouml Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc
	euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml oslash ugrave uacute ucirc uuml yacute thorn yuml OElig oelig
	Scaron scaron Yuml fnof Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi
	Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi
	psi omega thetasym upsih piv fflig ffilig ffllig filig fllig fjlig circledS oS
	CHcy chcy DJcy djcy DScy dscy DZcy dzcy GJcy gjcy HARDcy hardcy IEcy iecy IOcy iocy Iukcy iukcy Jsercy jsercy Jukcy jukcy KHcy khcy KJcy
	kjcy LJcy ljcy NJcy njcy SHCHcy shchcy SHcy shcy SOFTcy softcy TScy tscy TSHcy tshcy Ubrcy ubrcy YAcy yacy YIcy yicy YUcy yucy ZHcy zhcy`)

// Names of signs.
var signEntities = strings.Fields(`
	quot amp lt gt apos Tab NewLine excl QUOT num dollar percnt AMP lpar rpar ast midast plus comma period sol colon semi LT equals GT quest
	commat lsqb lbrack bsol rsqb rbrack Hat lowbar UnderBar grave DiacriticalGrave lcub lbrace verbar vert VerticalLine rcub rbrace
	iexcl cent pound curren yen brvbar sect uml copy ordf laquo not reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm
	raquo frac14 frac12 frac34 iquest times divide circ tilde ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger permil lsaquo
	rsaquo euro bull hellip prime Prime oline frasl weierp image real trade alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr
	forall part exist empty nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv
	le ge sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams`)

// Names of what cannot be seen, or is drawn over another letter.
var hiddenEntities = strings.Fields(`
	nbsp NonBreakingSpace shy ensp emsp thinsp zwnj zwj lrm rlm emsp13 emsp14 numsp puncsp ThinSpace hairsp VeryThinSpace ZeroWidthSpace
	NegativeVeryThinSpace NegativeThinSpace NegativeMediumSpace NegativeThickSpace MediumSpace ThickSpace NoBreak ApplyFunction af
	InvisibleTimes it InvisibleComma ic DownBreve tdot TripleDot DotDot`)
