// Which currency a sign or word stands for.

/** ISO codes that occur in sales data. */
const codeList = (
  "USD EUR GBP CNY JPY HKD TWD MOP SGD AUD NZD CAD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH INR PKR BDT LKR IDR MYR THB PHP VND " +
    "KRW BRL MXN ARS CLP COP PEN ZAR NGN KES EGP MAD AED SAR QAR KWD BHD OMR ILS KZT"
).split(" ");
const codes: ReadonlySet<string> = new Set(codeList);

/** Signs and words, longest first where one begins another. */
const words: readonly (readonly [string, string])[] = [
  ["US\\$", "USD"], ["U\\.S\\.\\s?\\$", "USD"], ["HK\\$", "HKD"], ["NT\\$", "TWD"], ["AU?\\$", "AUD"], ["NZ\\$", "NZD"], ["CA?\\$", "CAD"],
  ["SG?\\$", "SGD"], ["R\\$", "BRL"], ["MX\\$", "MXN"], ["CN¥", "CNY"], ["JP¥", "JPY"], ["RMB¥?", "CNY"], ["人民币", "CNY"], ["美元|美金", "USD"],
  ["欧元", "EUR"], ["英镑", "GBP"], ["日元|日圆|円", "JPY"], ["港元|港币", "HKD"], ["新台币|台币", "TWD"], ["韩元|韩币", "KRW"],
  ["新加坡元|新元", "SGD"], ["澳元", "AUD"], ["加元", "CAD"], ["瑞士法郎", "CHF"], ["卢布", "RUB"], ["元|圆|块", "CNY"],
  ["€|Euros?\\b", "EUR"], ["£", "GBP"], ["¥", "¥"], ["₹|Rs\\.?", "INR"], ["₩", "KRW"], ["₽", "RUB"], ["₺", "TRY"], ["₫", "VND"], ["฿", "THB"],
  ["₱", "PHP"], ["₪", "ILS"], ["zł", "PLN"], ["Kč", "CZK"], ["\\$|US dollars?|dollars?", "USD"],
];

const pattern = new RegExp(`${words.map(([word]) => `(${word})`).join("|")}|(?<![A-Za-z])(${codeList.join("|")})(?![A-Za-z])`, "iu");

/** A currency found in a text, and the text without it. `¥` is left open: CNY or JPY. */
export interface CurrencyFound {
  readonly currency: string;
  readonly rest: string;
}

/** The currency named in a half-width text; null when there is none. */
export function findCurrency(text: string): CurrencyFound | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const at = match.slice(1).findIndex((group) => group !== undefined);
  const named = words[at];
  const currency = named ? named[1] : match[0].toUpperCase();
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  // `RMB ¥100`, `100元人民币`, `$100 USD`: the same money named twice; the word says more than the sign.
  const again = pattern.test(rest) ? findCurrency(rest) : null;
  if (!again) return { currency, rest };
  return { currency: isVague(currency) ? again.currency : currency, rest: again.rest };
}

function isVague(currency: string): boolean {
  return currency === "¥" || currency === "USD";
}

/** What `¥` stands for. */
export type Yen = "CNY" | "JPY";

/** The ISO code of a currency found. */
export function codeOf(currency: string, yen: Yen): string {
  return currency === "¥" ? yen : currency;
}

/** The ISO code of a cell in a currency column: `CNY`, `人民币`, `US Dollar`, `Pound Sterling`, `CNY - Chinese Yuan`; else the text as written. */
export function currencyCode(text: string, yen: Yen): string {
  const wanted = text.normalize("NFKC").trim();
  const upper = wanted.toUpperCase();
  const named = codes.has(upper) ? upper : codeNamed(wanted);
  if (named !== undefined) return named;
  if (/chinese yuan|renminbi/i.test(wanted)) return "CNY";
  const found = findCurrency(wanted);
  // The dollars of a country that is not known here are no US dollars.
  if (!found || (found.currency === "USD" && /(?<!\bUS|\bU\.S\.|\bUnited States)\s+dollars?$/i.test(wanted))) return wanted;
  return codeOf(found.currency, yen);
}

let codesByName: ReadonlyMap<string, string> | null = null;

function codeNamed(name: string): string | undefined {
  codesByName ??= namedCodes();
  return codesByName.get(name.toLowerCase());
}

function namedCodes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return new Map([...otherNames, ...codeList.map((code): [string, string] => [(names.of(code) ?? code).toLowerCase(), code])]);
}

/** As CRMs and people call them beside their official names. */
const otherNames: readonly (readonly [string, string])[] = [["pound sterling", "GBP"], ["sterling", "GBP"], ["yen", "JPY"], ["yuan", "CNY"]];
