/** What the command line says. */
export const cli = {
  usage: `Usage:
  salesbook inspect FILE... [--json]
  salesbook metrics FILE... [--as-of YYYY-MM-DD] [--json]
  salesbook build   FILE... -o BOOK.xlsx [--as-of YYYY-MM-DD] [--lang en|zh-CN]
                    [--sheets dashboard,goals,funnel,journey] [--goals saas|manufacturer] [--print] [--twins]

FILE is a path, or object=path where you know what it holds:
  deal, lead, account, activity, stageMove, spend, order, survey, rep`,
  unknownCommand: (name: string) => `There is no command “${name}”. Use inspect, metrics or build.`,
  noFiles: "Name at least one file to read.",
  noOutput: "Say where to write the workbook: -o BOOK.xlsx",
  notXlsx: (path: string) => `The workbook's name must end in .xlsx: ${path}`,
  badDay: (text: string) => `“${text}” is not a day. Write it as 2026-11-23.`,
  badChoice: (option: string, text: string, allowed: string) => `“${text}” is no choice for ${option}. Choose from: ${allowed}.`,
  badObject: (text: string, allowed: string) => `“${text}” is not a kind of table. Choose from: ${allowed}.`,
  cannotOpen: (path: string, why: string) => `${path} could not be opened: ${why}.`,
  missingFile: "there is no such file",
  isFolder: "it is a folder",
  missingFolder: "there is no such folder",
  problem: {
    empty: (file: string) => `${file} is empty. Export it again, with its header row.`,
    "not-a-table": (file: string) => `No table was found in ${file}. Copy the cells with their header row, or export as CSV or Excel, and try again.`,
    "no-rows": (file: string, row: number, header: string) => `${file}: the header was read in row ${row} (${header}), but there are no rows under it. Check the filter of the export.`,
    "not-readable": (file: string) => `${file} could not be read. If it is protected with a password, save a copy without one.`,
  },
  unsure: (file: string, object: string, headers: string, row: number) => `${file}: the header in row ${row} (columns ${headers}) does not tell what the rows are. Name it, for example ${object}=${file}.`,
  nothingKnown: (file: string, headers: string, row: number) => `${file}: no column in row ${row} (${headers}) is known. Name the columns as a CRM does, for example Amount, Stage, Close Date.`,
  asProducts: (file: string, count: number) => `${file}: a list of ${count} products, used to check the products of deals.`,
  recognised: (file: string, what: string, matched: number, columns: number, percent: number) => `${file}: ${what}, ${matched} of ${columns} columns recognised (${percent} % sure)`,
  what: (crm: string, object: string) => `${crm} ${object}`,
  rows: (read: number, kept: number, reported: number) => `  ${read} rows read, ${kept} kept, ${reported} left out`,
  source: (encoding: string, delimiter: string, row: number) => `  ${encoding}, ${delimiter}, header in row ${row}`,
  delimiters: { tab: "tab", none: "cells", other: (sign: string) => `separated by ${sign}` },
  fieldFrom: (field: string, column: string) => `  ${field} ← ${column}`,
  more: (count: number) => `  … and ${count} more`,
  asOf: (day: string) => `As of ${day}`,
  why: (reason: string) => `– (${reason})`,
  twins: "The workbook carries the custom functions as names such as SALES_LTV, for Microsoft 365 and Excel 2024.",
  built: (path: string, sheets: string) => `Wrote ${path}: ${sheets}.`,
  keptTyped: (path: string) => `What was typed in ${path} was kept.`,
  sheetsStay: (sheets: string) => `These sheets stay, since they hold what was typed: ${sheets}.`,
  foreign: (path: string, sheets: string) => `${path} has sheets of your own (${sheets}) that would be lost. Choose another name with -o.`,
  notOurs: (path: string) => `${path} is there already and was not made by Salesbook. Choose another name with -o.`,
  cannotWrite: (path: string, why: string) => `${path} could not be written: ${why}. An existing file is unchanged.`,
  writing: (done: number, total: number) => `Writing: ${done} of ${total} rows`,
  unexpected: (said: string) => `Something went wrong that should not have: ${said}`,
};
