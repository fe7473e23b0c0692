import { looks, tones, type Format } from "../../src/sheets/plan";
import { chartColours, colourOf, columnWidthFor, headerStyleOf, numberFormat, palette, rowHeightOf, styleOf, textOn, textWidth, toneStyles } from "../../src/sheets/theme";

/** WCAG 2 contrast of two `#RRGGBB` colours. */
function contrast(one: string, two: string): number {
  const [light = 0, dark = 0] = [one, two].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it.each(looks)("can be read (AA): %s", (look) => {
  const { colour, fill } = styleOf(look, "general");
  expect(contrast(colour, fill ?? palette.white)).toBeGreaterThanOrEqual(4.5);
});

it.each(tones)("can be read (AA) on white, on stripes and on its own ground: %s", (tone) => {
  const { colour, fill } = toneStyles[tone];
  for (const ground of fill ? [fill] : [palette.white, "#F4F7FA"]) expect(contrast(colour ?? palette.ink, ground)).toBeGreaterThanOrEqual(4.5);
});

it.each(Object.keys(palette))("has writing that can be read on %s", (name) => {
  expect(contrast(textOn(name), colourOf(name))).toBeGreaterThanOrEqual(3);
});

it("knows colours by name and by number, and no others", () => {
  expect([colourOf("navy"), colourOf("#12ab9c"), colourOf("12AB9C")]).toEqual(["#14304F", "#12AB9C", "#12AB9C"]);
  expect(() => colourOf("pinkish")).toThrow("unknown colour: pinkish");
  expect(() => colourOf("toString")).toThrow("unknown colour: toString");
  expect(new Set(chartColours).size).toBe(chartColours.length);
});

it.each<[Format, "en" | "zh-CN", string | null, string]>([
  ["money", "en", "USD", '"$"#,##0'], ["money", "zh-CN", "CNY", '"¥"#,##0'], ["money", "en", "EUR", '"€"#,##0'], ["money", "en", "CHF", '"CHF "#,##0'],
  ["money", "en", null, "#,##0"], ["money", "zh-CN", "", "#,##0"], ["day", "zh-CN", "CNY", "yyyy-mm-dd"], ["days", "zh-CN", "CNY", '#,##0"天"'],
  ["days", "en", "USD", '#,##0" d"'], ["change", "en", "USD", "+0.0%;-0.0%;0.0%"], ["text", "en", "USD", "@"],
  ["moneyShort", "en", "USD", '[<10000]"$"#,##0;[<1000000]"$"0.0,"K";"$"0.0,,"M"'], ["moneyShort", "zh-CN", "CNY", '[<10000]"¥"#,##0;[<100000000]"¥"0\\.0,"万";"¥"0\\.00,,"亿"'],
])("shows %s in %s with %s as %s", (format, language, currency, expected) => {
  expect(numberFormat(format, { language, currency })).toBe(expected);
});

it("puts numbers to the right and texts to the left, headers over their values", () => {
  expect([styleOf("value", "money").horizontal, styleOf("value", "text").horizontal, styleOf("plain", "general").horizontal]).toEqual(["right", "left", "general"]);
  expect([styleOf("total", "general", "Total").horizontal, styleOf("total", "general", 3).horizontal]).toEqual(["left", "right"]);
  expect([headerStyleOf("value", "money").horizontal, headerStyleOf("centred", "count").horizontal, headerStyleOf("label", "month").horizontal]).toEqual(["right", "center", "left"]);
});

it("gives Chinese texts twice the room", () => {
  expect([textWidth("Deals"), textWidth("商机 A")]).toEqual([5, 6]);
  expect([columnWidthFor(["a"]), columnWidthFor(["x".repeat(100)])]).toEqual([10, 44]);
});

it("leaves the height of wrapped texts to Excel", () => {
  expect([rowHeightOf("title"), rowHeightOf("plain"), rowHeightOf("wrapped")]).toEqual([34, 19, null]);
});
