// Every customer with its scores and value on a sheet of its own; the twenty worth most and the groups on this one.

import { countifs, rowsOf, sumifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { is } from "../../formula/criteria";
import { lookupNumber } from "../../formula/lookup";
import { call, ratio, reference, type Figure, type Term } from "../../formula/term";
import { rfmGroups } from "../../metrics/customers/rfm-group";
import { isoOf, type CellValue, type Day } from "../../values";
import { gap, grid, show, type Block, type SheetSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { tabColours } from "../tabs";
import type { Buyers, CustomerRow } from "./buyers";
import { settingNow } from "./inputs";
import { note, section, usedCell, type ValueParts } from "./parts";

export const customersTableName = "CustomerValue";
const topTableName = "TopCustomers";
const groupsTableName = "CustomerGroups";
const most = 20;

/** The sheet of all customers. Nothing but a new build can fit the models again: those figures stand as of the build. */
export function customersSheet(context: SheetContext, buyers: Buyers, margin: Figure): SheetSpec {
  const words = context.text.value.customers;
  const { columns: headers } = words;
  const { rows, model } = buyers;
  const of = (value: (row: CustomerRow) => CellValue) => rows.map(value);
  const score = (place: number) => of((row) => row.scores?.[place] ?? null);
  const used = usedCell("margin", margin);
  const worth = rows.map((row): Term => {
    const here = thisRow(customersTableName, headers.expected);
    return call(`IF(ISNUMBER(${used.text}),${here}*${used.text},"")`, margin === "" ? "" : row.expected * margin);
  });
  const months = String(settingNow(context, "horizon"));
  const day = isoOf(context.model.settings.asOf.value as Day);
  const say = (template: string) => template.replace("{from}", context.text.value.from[buyers.from]).replace("{day}", day).replace("{months}", months);
  return {
    id: "customerValue", name: words.name, tab: tabColours.data,
    columnWidths: [30, 13, 13, 13, 11, 15, 11, 7, 7, 7, 9, 11, 12, 14, 15, 15],
    gridlines: true, freeze: { rows: 4, columns: 1 },
    blocks: [
      grid([[show("title", words.title, { across: 12 })], [show("note", say(model ? words.note : words.noteSimple), { across: 16 })]], [30, 34]),
      gap(),
      {
        kind: "table",
        table: {
          name: customersTableName, kind: "mirror", key: [headers.customer], filter: true, style: "data",
          columns: [
            fixed(headers.customer, "text", of((row) => row.customer)), fixed(headers.group, "text", of((row) => words.groups[row.group])),
            fixed(headers.first, "day", of((row) => row.first)), fixed(headers.last, "day", of((row) => row.last)), fixed(headers.days, "count", of((row) => row.purchaseDays)),
            fixed(headers.revenue, "money", of((row) => row.revenue)), fixed(headers.recency, "count", of((row) => row.recency)),
            fixed(headers.r, "score", score(0)), fixed(headers.f, "score", score(1)), fixed(headers.m, "score", score(2)), fixed(headers.rfm, "text", of((row) => row.scores?.join("") ?? null), "centred"),
            fixed(headers.alive, "percent", of((row) => row.alive)), fixed(headers.purchases, "decimal", of((row) => row.purchases)), fixed(headers.orderValue, "money", of((row) => row.orderValue)),
            fixed(headers.expected, "money", of((row) => row.expected)), figures(headers.value, "money", worth),
          ],
        },
      },
    ],
    print: { orientation: "landscape", paper: "a4", repeatRows: [3, 3], fitToHeight: false },
  };
}

/** The customers worth most, with the share of all that they make up. */
export function topBlocks({ context, words, buyers, used }: ValueParts): readonly Block[] {
  if (!buyers) return [];
  const { columns: headers } = words.top;
  const table = words.customers.columns;
  const top = buyers.rows.slice(0, most);
  const names = column(customersTableName, table.customer, buyers.rows.map((row) => row.customer));
  const own = (row: CustomerRow) => reference(thisRow(topTableName, headers.customer), row.customer);
  const from = (header: string, value: (row: CustomerRow) => CellValue) => {
    const values = column(customersTableName, header, buyers.rows.map(value));
    return top.map((row) => lookupNumber(values, own(row), names));
  };
  const all = buyers.rows.reduce((sum, row) => sum + row.expected, 0);
  let sum = 0;
  const cumulative = top.map((row): Term<Figure> => {
    sum += row.expected;
    const total = `SUM(${column(customersTableName, table.expected, []).text})`;
    const soFar = `SUMIFS(${column(topTableName, headers.expected, []).text},${column(topTableName, headers.no, []).text},"<="&${thisRow(topTableName, headers.no)})`;
    return call(`IF(${total}=0,"",${soFar}/${total})`, all === 0 ? "" : sum / all);
  });
  const margin = used.margin.value;
  const months = String(settingNow(context, "horizon"));
  const say = (text: string) => text.replace("{months}", months).replace("{sheet}", words.customers.name).replace("{n}", String(top.length)).replace("{all}", String(buyers.rows.length));
  const of = (header: string) => ({ table: topTableName, column: header });
  return [
    section(say(words.top.title)), note(say(buyers.model ? words.top.note : words.top.noteSimple), 2),
    reportTable(topTableName, headers.customer, [
      fixed(headers.customer, "text", top.map((row) => row.customer), "label"), fixed(headers.no, "score", top.map((_, at) => at + 1)),
      fixed(headers.group, "text", top.map((row) => words.customers.groups[row.group])),
      figures(headers.revenue, "money", from(table.revenue, (row) => row.revenue)), figures(headers.recency, "count", from(table.recency, (row) => row.recency)),
      ...(buyers.model ? [figures(headers.alive, "percent", from(table.alive, (row) => row.alive))] : []), figures(headers.expected, "money", from(table.expected, (row) => row.expected)),
      figures(headers.value, "money", from(table.value, (row) => (margin === "" ? "" : row.expected * margin))), figures(headers.cumulative, "percent", cumulative),
    ]),
    gap(),
    {
      kind: "chart", across: 9, down: 15,
      chart: {
        name: "TopCustomersPareto", kind: "combo", title: say(words.top.chartTitle), alt: words.top.chartAlt, legend: true, format: "money",
        series: [
          { name: headers.expected, categories: of(headers.customer), values: of(headers.expected), colour: "teal", draw: "bar" },
          { name: headers.cumulative, categories: of(headers.customer), values: of(headers.cumulative), colour: "amber", draw: "line", axis: "second" },
        ],
      },
    },
    gap(),
    ...groupBlocks(buyers, words, all),
  ];
}

function groupBlocks({ rows }: Buyers, words: ValueParts["words"], all: number): readonly Block[] {
  const { columns: headers, title, note: about } = words.groups;
  const table = words.customers.columns;
  const group = column(customersTableName, table.group, rows.map((row) => words.customers.groups[row.group]));
  const revenue = column(customersTableName, table.revenue, rows.map((row) => row.revenue));
  const expected = column(customersTableName, table.expected, rows.map((row) => row.expected));
  const shown = rfmGroups.filter((key) => key !== "none" || rows.some((row) => row.group === "none"));
  const own = (key: (typeof rfmGroups)[number]) => is(group, reference(thisRow(groupsTableName, headers.group), words.customers.groups[key]));
  const total = call(`SUM(${expected.text})`, all);
  return [
    section(title), note(about),
    reportTable(groupsTableName, headers.group, [
      fixed(headers.group, "text", shown.map((key) => words.customers.groups[key]), "label"),
      figures(headers.customers, "count", shown.map((key) => countifs(own(key)))), figures(headers.share, "percent", shown.map((key) => ratio(countifs(own(key)), rowsOf(group)))),
      figures(headers.revenue, "money", shown.map((key) => sumifs(revenue, own(key)))), figures(headers.expected, "money", shown.map((key) => sumifs(expected, own(key)))),
      figures(headers.expectedShare, "percent", shown.map((key) => ratio(sumifs(expected, own(key)), total))),
    ]),
  ];
}
