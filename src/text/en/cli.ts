/** What the command line says. */
export const cli = {
  usage: `Usage:
  salesbook inspect FILE... [--json]
  salesbook metrics FILE... [--as-of YYYY-MM-DD] [--json]
  salesbook build   FILE... -o BOOK.xlsx [--as-of YYYY-MM-DD] [--lang en|zh-CN]
                    [--sheets NAME,NAME…|all] [--template NAME|FILE.json] [--print] [--twins]
  salesbook refresh BOOK.xlsx FILE... [-o NEW.xlsx] [options of build] [--drop-sheets]
  salesbook rollup  FILE... -o ROLLUP.json [--as-of YYYY-MM-DD] [--for BOOK.xlsx]
  salesbook templates list [--lang en|zh-CN]
  salesbook templates write NAME|FILE.json -o BOOK.xlsx [--lang en|zh-CN] [--as-of YYYY-MM-DD]
  salesbook templates save BOOK.xlsx -o NAME.json [--title TEXT]

FILE is a path, or object=path where you know what it holds:
  deal, lead, account, activity, stageMove, spend, order, survey, rep
It can be a rollup (.json), and, for more than a sheet holds, a folder, a pattern in quotes ("deals/*.parquet"),
.parquet, .json, .ndjson or .gz. A database stands beside or instead of FILE:
  --source clickhouse://USER@HOST:8123/DATABASE | postgres://USER@HOST:5432/DATABASE
  --deal TABLE [--lead|--account|--activity|--stage-move|--order|--spend|--survey|--rep TABLE] [--timeout SECONDS]
The password is in SALESBOOK_PASSWORD.

Options:
  --as-of DAY          count up to this day; today if left out
  --lang en|zh-CN      language of the workbook and of what is said
  --template           what the forms of a new workbook hold: a ready template (templates list), or one of your own
  --twins              the custom functions as names in the workbook, for Microsoft 365 and Excel 2024
  --print              print the workbook as text, too
  --json               print JSON, for programs
  --drop-sheets        refresh without what cannot be carried over
  --for BOOK.xlsx      hold the figures that this workbook's settings ask for
  --timeout SECONDS    how long the database may take for a statement; 600 if left out
  --title TEXT         what the template calls itself

Sheets of --sheets (those the data serve if left out):
  dashboard, review, goals, funnel, gates, win-loss, history, scoring, scoring-review, journey, health, loyalty, value,
  team, coaching, bonus, quality, comparison, together, roadmap`,
  seeUsage: "All commands and options: npx salesbook --help",
  unknownOption: (option: string) => `There is no option ${option}.`,
  notTaken: (option: string, command: string, others: string) => `${option} does nothing with ${command}, only with ${others}.`,
  needsValue: (option: string) => `${option} needs a value after it.`,
  noValue: (option: string) => `${option} takes no value.`,
  templates: {
    usage: "Write: salesbook templates list, salesbook templates write NAME -o BOOK.xlsx, or salesbook templates save BOOK.xlsx -o NAME.json",
    noSuch: (name: string, names: string) => `There is no template “${name}”. Choose from ${names}, or name a file that ends in .json.`,
    notJson: (path: string) => `The template's name must end in .json: ${path}`,
  },
  unknownCommand: (name: string) => `There is no command “${name}”. Use inspect, metrics, build, refresh, rollup or templates.`,
  noFiles: "Name at least one file to read.",
  nothingToRefresh: "Name the workbook to refresh and at least one new export: salesbook refresh BOOK.xlsx FILE...",
  noOutput: "Say where to write the workbook: -o BOOK.xlsx",
  notXlsx: (path: string) => `The workbook's name must end in .xlsx: ${path}`,
  givenTwice: (option: string) => `${option} is given more than once. Give it once.`,
  badDay: (text: string) => `“${text}” is not a day. Write it as 2026-11-23.`,
  oldNode: (version: string) => `Salesbook needs Node.js 20.19 or newer; this is ${version}. Install it from nodejs.org.`,
  mayNotFit: (limit: number, wanted: number) => `These files may need more memory than Node.js allows (${limit} MB). If it ends with “heap out of memory”, nothing is written; set NODE_OPTIONS=--max-old-space-size=${wanted} and run it again.`,
  wrongClock: (day: string) => `The clock of this computer says ${day}, which cannot be. Set it right, or name the day with --as-of YYYY-MM-DD.`,
  goesBack: (day: string, before: string) => `The workbook was as of ${before}, which is after today (${day} by the clock of this computer): it goes back to the earlier day. Another day: --as-of YYYY-MM-DD.`,
  badChoice: (option: string, text: string, allowed: string) => `“${text}” is no choice for ${option}. Choose from: ${allowed}.`,
  badObject: (text: string, allowed: string) => `“${text}” is not a kind of table. Choose from: ${allowed}.`,
  cannotOpen: (path: string, why: string) => `${path} could not be opened: ${why}.`,
  missingFile: "there is no such file",
  isFolder: "it is a folder",
  missingFolder: "there is no such folder",
  notAFile: "it is a pipe or a device, not a file",
  mayNotRead: "you may not read it; ask who owns it",
  isOpen: "it is open in another program; close it there and try again",
  linksInCircle: "it is a link that leads back to itself",
  nameTooLong: "its name is too long",
  tooLarge: "it is larger than a program can take; it is hardly what it should be",
  tooManyOpen: "too many files are open; close other programs and try again",
  diskFault: (code: string) => `the disk or the network does not answer (${code}); check that it is connected and try again`,
  problem: {
    empty: (file: string) => `${file} is empty. Export it again, with its header row.`,
    "not-a-table": (file: string) => `No table was found in ${file}. Copy the cells with their header row, or export as CSV or Excel, and try again.`,
    "no-rows": (file: string, row: number, header: string) => `${file}: the header was read in row ${row} (${header}), but there are no rows under it. Check the filter of the export.`,
    packed: (file: string) => `${file} is packed. Unpack it and name the file inside; .csv, .tsv, .txt and .json may be packed with gzip, their names ending in .gz.`,
    "not-readable": (file: string) => `${file} could not be read: it is damaged or protected with a password. Save a copy without a password, or export it again.`,
    "too-large": (file: string) => `${file} is larger than 400 MB, or unzips to more. Export fewer columns or a shorter period, or export it as CSV, which may be of any size.`,
    "too-long": (file: string) => `${file} has more than 1,048,575 rows. Export it as CSV, which may have any number of rows.`,
    "too-wide": (file: string) => `${file} has more than 16,384 columns, the most a sheet holds. Export only the columns you need.`,
    "too-deep": (file: string) => `${file} is a page whose parts lie more than 1,000 deep in each other. Save the table alone.`,
    "too-many-cells": (file: string) => `${file} has more than 50 million cells. Export fewer columns, and delete what stands beside and below the table.`,
    "unknown-encoding": (file: string) => `${file} is not in UTF-8, and this Node.js cannot read other encodings (it was built without full ICU). Install Node.js from nodejs.org, or save the file as “CSV UTF-8”.`,
  },
  unsure: (file: string, object: string, words: string, headers: string, row: number) => `${file}: the header in row ${row} (columns ${headers}) does not tell what the rows are. Say what they are, for example ${object}=${file} (the words are ${words}).`,
  nothingKnown: (file: string, headers: string, row: number) => `${file}: no column in row ${row} (${headers}) is known. Name the columns as a CRM does, for example Amount, Stage, Close Date.`,
  isRollup: (file: string) => `${file} is a rollup. Save it in a file whose name ends in .json, and name that.`,
  isLock: (file: string, book: string) => `${file} only says that ${book} is open in another program. Name ${book} instead.`,
  asProducts: (file: string, count: number) => `${file}: a list of ${count} products, used to check the products of deals.`,
  recognised: (file: string, what: string, matched: number, columns: number, percent: number) => `${file}: ${what}, ${matched} of ${columns} columns recognised (${percent} % sure)`,
  rows: (read: number, kept: number, reported: number) => `  ${read.toLocaleString("en")} rows of the table: ${kept.toLocaleString("en")} kept, ${reported.toLocaleString("en")} left out`,
  countedAs: {
    won: (stages: string) => `  Counted as won: ${stages}`,
    lost: (stages: string) => `  Counted as lost: ${stages}`,
    open: (stages: string) => `  Counted as open: ${stages}`,
  },
  noStage: "none",
  source: (encoding: string, delimiter: string, row: number) => `  ${encoding}, ${delimiter}, header in row ${row}`,
  headerIn: (row: number) => `  header in row ${row}`,
  delimiters: { tab: "separated by tabs", other: (sign: string) => `separated by “${sign}”` },
  fieldFrom: (field: string, column: string) => `  ${field} ← ${column}`,
  more: (count: number) => `  … and ${count} more`,
  noticed: (file: string) => `${file}: this may change the figures:`,
  asOf: (day: string) => `As of ${day}`,
  aDay: (money: string) => `${money} a day`,
  why: (reason: string) => `– (${reason})`,
  twins: "The workbook carries the custom functions as names such as SALES_LTV, for Microsoft 365 and Excel 2024.",
  built: (path: string, sheets: string) => `Wrote ${path}: ${sheets}.`,
  keptTyped: (path: string) => `What was typed in ${path} was kept.`,
  sheetsStay: (sheets: string) => `These sheets stay, since they hold what was typed: ${sheets}.`,
  notBrought: (tables: string) => `Not among the files, so not in the workbook any more: ${tables}. To have them back, name their export too.`,
  keptSheets: (sheets: string) => `Your own sheets were carried over: ${sheets}.`,
  cannotCarry: (path: string) => `${path} holds things of your own that would be lost or would not work any more:`,
  dropSheets: "Nothing was written. Remove them from the workbook, or add --drop-sheets to go on without what is named here.",
  nothingWritten: "Nothing was written.",
  leftBehind: "Left behind, as --drop-sheets asks:",
  wholeBook: "the workbook",
  refusals: {
    macros: () => "macros",
    queries: () => "a data connection, query or data model",
    slicers: () => "a slicer or timeline",
    controls: () => "a button or another form control",
    embedded: () => "an embedded file",
    pivot: () => "a pivot table",
    kind: (what: string) => `a sheet of another kind (${what})`,
    unknown: (what: string) => `a part that is not known here (${what})`,
    strict: () => "is saved as Strict Open XML. Save it in Excel as “Excel Workbook (*.xlsx)” and try again",
    dates1904: () => "counts days from 1904. Switch that off in Excel's options, check the dates and try again",
    lost: (what: string) => `uses ${what}, which the new workbook does not have`,
    formula: (what: string) => `formulas of yours use ${what}, which the new workbook does not have: their values stay`,
    sheetTaken: () => "has a name that Salesbook needs. Rename it and try again",
    tableTaken: (what: string) => `its table ${what} has a name that Salesbook needs. Rename the table and try again`,
    gone: () => "is not built any more, but has charts, pictures or comments of yours",
    comments: (what: string) => `the rows of comments (${what}) are not in the new export`,
  },
  notOurs: (path: string) => `${path} is there already and was not made by Salesbook. Choose another name with -o.`,
  damaged: (path: string) => `${path} is damaged: part of it is missing. Open it in Excel, let Excel repair it, check what you typed, save it, and try again. Nothing was written.`,
  notABook: (path: string) => `${path} was not made by Salesbook. Make a workbook first: salesbook build FILE... -o BOOK.xlsx`,
  isThere: (path: string) => `${path} is there already. Choose another name with -o.`,
  isLocked: "it is read-only, or open in another program; close it there, or write to another name with -o",
  lockedFolder: "its folder is read-only; choose another with -o",
  diskFull: "the disk is full; make room and try again",
  changedMeanwhile: "another run or program has written it in the meantime; run the command again",
  openElsewhere: (lock: string) => `it is open in another program (${lock} lies beside it); save and close it there and try again, or delete ${lock} if nobody has it open`,
  noOutputLeft: (why: string) => `What was asked could not be printed: ${why}.`,
  cannotWrite: (path: string, why: string) => `${path} could not be written: ${why}. An existing file is unchanged.`,
  writing: (done: number, total: number) => `Writing: ${done} of ${total} rows`,
  unexpected: (said: string) => `This is a fault of Salesbook, not of your file: ${said}. Your files are as they were. Please report this line and what you typed.`,
};
