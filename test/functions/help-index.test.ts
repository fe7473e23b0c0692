/** @jest-environment jsdom */
// The search box of the list of functions, on a page like the one that is served.

const line = (id: string, description: string, keywords: string) => `<li data-id="${id}" data-keywords="${keywords}" data-also=""><a href="${id}.html">${id}</a><p>${description}</p><code>=SALES.${id}(a)</code></li>`;

beforeAll(() => {
  document.body.innerHTML = `<search id="finder" hidden><input id="search"><p id="said" data-shown="{shown} of {all}" data-nothing="no “{query}”"></p></search>
    <ul id="list">${line("LTV", "Customer lifetime value", "clv")}${line("CAC", "Customer acquisition cost", "spend 获客成本")}${line("NPS", "Net promoter score", "survey")}</ul>`;
  return import("../../src/functions/help-index");
});

it("shows the box once there is a script", () => expect(document.querySelector<HTMLElement>("#finder")!.hidden).toBe(false));

it.each([
  ["cac", ["CAC"], "1 of 3"], ["customer", ["LTV", "CAC"], "2 of 3"], ["获客", ["CAC"], "1 of 3"], ["$&", ["LTV", "CAC", "NPS"], "3 of 3"], ["zebra", [], "no “zebra”"], ["", ["LTV", "CAC", "NPS"], ""],
])("shows what fits %j and says how many", (query, ids, said) => {
  type(query);
  expect([...document.querySelectorAll<HTMLElement>("#list li")].map((one) => one.dataset["id"])).toEqual(ids);
  expect(document.querySelector("#said")!.textContent).toBe(said);
});

function type(query: string): void {
  const box = document.querySelector<HTMLInputElement>("#search")!;
  box.value = query;
  box.dispatchEvent(new Event("input"));
}
