// What Excel would compute or follow in a file: formulas wherever they are, links, and texts that only the kind of their cell keeps from being formulas.

import { tokenize } from "@borgar/fx/xlsx";
import { partsIn } from "../hosts/package";

/** Functions that fetch, follow, start or compute a text: none is ever ours. */
const reaching = /^(HYPERLINK|WEBSERVICE|FILTERXML|IMAGE|RTD|DDE|CALL|REGISTER(\.ID)?|EXEC|EVALUATE|STOCKHISTORY|CUBE\w+|IMPORT\w+|QUERY|CMD)$/i;

interface Active {
  /** How many formulas there are. */
  readonly formulas: number;
  /** Calls of functions that reach out of the workbook. */
  readonly reaching: readonly string[];
  /** Formulas with a piece Excel would not read, or that reach out of the workbook. */
  readonly odd: readonly string[];
  /** Links, and whatever else a file says lies outside of it. */
  readonly links: readonly string[];
  /** Texts that would become formulas once somebody edits their cell. */
  readonly unguarded: readonly string[];
}

export function activeIn(bytes: Uint8Array): Active {
  const parts = [...partsIn(bytes)];
  const formulas = parts.flatMap(([, xml]) => [...xml.matchAll(/<(?:c:)?(?:f|formula|formula1|formula2|definedName|calculatedColumnFormula)(?: [^>]*)?>([^<]*)</g)].map(([, text = ""]) => unescaped(text)));
  const tokens = formulas.map((formula) => [formula, tokenize(`=${formula}`, { negativeNumbers: false })] as const);
  return {
    formulas: formulas.length,
    reaching: reachingIn(formulas),
    odd: tokens.filter(([, all]) => all.some(({ type, value, unterminated }) => type === "unknown" || unterminated === true || (isReference(type) && /\||\[\d*[^\]]*\]\S*!|https?:/.test(value) && !/^'?[\w ]*'?\[/.test(value)))).map(([formula]) => formula),
    links: parts.flatMap(([path, xml]) => [...xml.matchAll(/TargetMode="External"[^>]*|<hyperlink [^>]*r:id=[^>]*>|<oleLink[^>]*|<ddeLink[^>]*/g)].map(([found]) => `${path}: ${found}`)),
    unguarded: unguardedIn(new Map(parts)),
  };
}

/** Formulas that call such a function, outside of the texts and names in them. */
export function reachingIn(formulas: readonly string[]): readonly string[] {
  return formulas.filter((formula) => tokenize(formula.startsWith("=") ? formula : `=${formula}`).some(({ type, value }) => type === "func" && reaching.test(value)));
}

function isReference(type: string): boolean {
  return type.startsWith("range") || type === "context";
}

function unguardedIn(parts: ReadonlyMap<string, string>): readonly string[] {
  const styles = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(parts.get("xl/styles.xml") ?? "")?.[1] ?? "";
  const guarded = [...styles.matchAll(/<xf [^>]*>/g)].map(([xf]) => xf.includes('numFmtId="49"') || xf.includes('quotePrefix="1"'));
  const strings = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item = ""]) => textIn(item));
  return [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet")).flatMap(([path, xml]) =>
    [...xml.matchAll(/<c r="(\w+)" s="(\d+)" t="(s|inlineStr)">([\s\S]*?)<\/c>/g)].flatMap(([, at, style, type, inner = ""]) => {
      const text = type === "s" ? (strings[Number(/<v>(\d+)/.exec(inner)?.[1])] ?? "") : textIn(inner);
      return /^\s*[=+\-@＝＋－＠]/.test(text) && !guarded[Number(style)] ? [`${path} ${at}: ${text}`] : [];
    }));
}

function textIn(item: string): string {
  return unescaped([...item.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join(""));
}

function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
}
