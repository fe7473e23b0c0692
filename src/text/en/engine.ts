const noPassword = "A password does not belong on the command line, where other programs and the history can read it. Put it in the environment variable SALESBOOK_PASSWORD (PostgreSQL also takes PGPASSWORD or ~/.pgpass, ClickHouse CLICKHOUSE_PASSWORD), and leave it out here.";

/** What the command line says of databases, and of files too big for a sheet. */
export const engine = {
  noTables: "Say which table of the database holds the deals: --deal TABLE (also --lead, --account, --activity, --stage-move, --order, --spend, --survey, --rep).",
  noSource: (option: string) => `${option} names a table of a database. Say which database: --source clickhouse://USER@HOST:8123/DATABASE or postgres://USER@HOST:5432/DATABASE.`,
  noPassword,
  /** Why the address of a database cannot be used; it is not repeated, since it may hold a password. */
  source: {
    scheme: (found: string) => `${found === "" ? "The address of the database does not say what it is" : `“${found}://” is no kind of database known here`}. Write clickhouse://USER@HOST:8123/DATABASE or postgres://USER@HOST:5432/DATABASE.`,
    address: () => "The address of the database cannot be read. Write clickhouse://USER@HOST:8123/DATABASE or postgres://USER@HOST:5432/DATABASE.",
    password: () => noPassword,
    option: (found: string) => `The address of the database has an option that is not known: ${found}. There are tls, timeout, ca and host.`,
    "option-value": (found: string) => `The option ${found} in the address of the database has a value that does not fit: tls=on or tls=off, timeout in seconds, ca a file, host a folder with a socket.`,
  },
  tlsOff: (place: string) => `${place}: the connection is not encrypted, as the address asks. What is read goes over the network for anybody to see.`,
  near: (names: string) => `Did you mean ${names}?`,
  urlIsNoFile: "The address of a database is no file. Name it with --source, and its tables with --deal TABLE.",
  notJson: (path: string) => `The rollup's name must end in .json: ${path}`,
  noRollupOutput: "Say where to write the rollup: -o ROLLUP.json",
  badSeconds: (text: string) => `“${text}” is no number of seconds. Write it as --timeout 600.`,
  tooLong: (path: string, rows: number) => `${path} has more rows than a sheet holds (${rows.toLocaleString("en")}), or more than 400 MB: DuckDB groups them.`,
  grouped: (place: string, what: string, records: number, rows: number) => `${place}: ${what}, ${records.toLocaleString("en")} records in ${rows.toLocaleString("en")} rows.`,
  rowByRow: (place: string, what: string, records: number) => `${place}: ${what}, ${records.toLocaleString("en")} records, read row by row.`,
  openGrouped: (place: string) => `${place}: there are too many open deals to keep each as a row of its own, so they are grouped too. Sheets about single deals say that they are left out.`,
  leadsGrouped: (place: string) => `${place}: too many leads are not converted to keep each as a row of its own, so they are grouped too. Lists of single leads say that they are left out.`,
  leftOut: (place: string, columns: string) => `${place}: these columns have too many values to group by and are left out: ${columns}.`,
  nothingKnown: (place: string, headers: string) => `${place}: none of its columns (${headers}) is known. Name the columns as a CRM does, for example Amount, Stage, Close Date; of a database, in a view.`,
  unsure: (place: string, object: string, words: string, headers: string) => `${place}: its columns (${headers}) do not tell what the rows are. Say what they are, for example ${object}=${place} (the words are ${words}).`,
  asking: (questions: number) => `Asking for ${questions.toLocaleString("en")} ${questions === 1 ? "figure" : "figures"} that groups cannot answer (medians, for example)…`,
  reading: (place: string, read: number, total: number | null) => (total === null ? `${place}: ${read.toLocaleString("en")} rows read` : `${place}: ${Math.floor((100 * read) / total)} % of ${total.toLocaleString("en")} rows read`),
  wrote: (path: string, tables: string, day: string) => `Wrote ${path}: ${tables}, as of ${day}.`,
  rows: (what: string, records: number) => `${records.toLocaleString("en")} ${what}`,
  fromRollup: (file: string, engine: string, place: string, at: string, records: number) => `${file}: a rollup of ${records.toLocaleString("en")} records, made by ${engine}${place === "" ? "" : ` from ${place}`} at ${at}.`,
  older: (file: string, what: string, newer: string) => `${file}: its ${what} are not used, since ${newer} has them and is not older.`,
  goesBack: (file: string, day: string, before: string) => `${file} is as of ${day}, the workbook was as of ${before}: it goes back to the earlier day.`,
  twice: (object: string, first: string, second: string) => `${first} and ${second} both hold ${object}, and at least one of them is grouped: groups of two sources cannot be put together. Name the files as one, with a pattern such as "deals/*.csv", or make a view of both in the database.`,
  unanswered: "The engine was asked again and again, and there were still figures it had no answer to. Nothing was written.",
  /** Why an engine did not answer. */
  problems: {
    unreachable: (place: string, detail: string) => `${place} cannot be reached${inBrackets(detail)}. Check host and port, and that the network (VPN, firewall) lets you there.`,
    refused: (place: string, detail: string) => `${place} refuses the connection${inBrackets(detail)}. Check the port, and that the server is running.`,
    password: (place: string, detail: string) => `${place} does not let the user in${inBrackets(detail)}. Check the user's name in the address and the password in SALESBOOK_PASSWORD.`,
    tls: (place: string, detail: string) => `No safe connection to ${place}${inBrackets(detail)}. The server must offer TLS with a certificate this machine trusts; NODE_EXTRA_CA_CERTS names your company's own.`,
    "no-database": (place: string, detail: string) => `${place}: there is no such database${inBrackets(detail)}, or the user may not see it.`,
    "no-table": (place: string, detail: string) => `${place}: there is no such table${inBrackets(detail)}, or the user may not see it.`,
    "no-column": (place: string, detail: string) => `${place}: a column that is needed is not there any more${inBrackets(detail)}. Check the table, then try again.`,
    "time-out": (place: string, detail: string) => `${place} took too long and was stopped${inBrackets(detail)}. Give it more time with --timeout SECONDS, or point to a smaller table or view.`,
    lost: (place: string, detail: string) => `The connection to ${place} was lost in the middle${inBrackets(detail)}. Try again.`,
    "too-many-rows": (place: string, detail: string) => `${place} gives back more rows than can be taken${inBrackets(detail)}. Point to a view with fewer rows or fewer distinct values, or leave out columns nobody needs.`,
    "disk-full": (place: string, detail: string) => `${place}: the disk is full${inBrackets(detail)}. Make room (DuckDB writes beside the system's temporary files), then try again.`,
    "no-memory": (place: string, detail: string) => `${place}: there is not enough memory${inBrackets(detail)}. Close other programs, allow the server more, or point to a smaller table or view.`,
    "not-allowed": (place: string, detail: string) => `${place}: the user may not read this${inBrackets(detail)}. It needs the right to SELECT from the table, and nothing else.`,
    "shard-missing": (place: string, detail: string) => `${place}: a part of the cluster does not answer${inBrackets(detail)}. A sum of the others would be wrong, so there is none. Try again when it is back.`,
    "no-file": (place: string) => `No file matches ${place}. Check the folder, and put a pattern in quotes.`,
    "empty-folder": (place: string) => `${place} is a folder without tables. Put CSV, TSV, Parquet or JSON files into it, or name another.`,
    "mixed-files": (place: string, detail: string) => `${place} names files of several formats${inBrackets(detail)}. Name one format, for example "deals/*.parquet".`,
    "unreadable-file": (place: string, detail: string) => `${place} could not be read as a table${inBrackets(detail)}. Check that it is whole, and what its name ends in: .csv, .tsv, .txt, .parquet, .json or .ndjson, and .gz after it.`,
    "unknown-encoding": (place: string) => `${place} is not in UTF-8, and this Node.js cannot read other encodings (it was built without full ICU). Install Node.js from nodejs.org, or save the file in UTF-8.`,
    "no-rows": (place: string, detail: string) => `${place} holds no records${detail === "" ? "" : ` (columns ${detail})`}. Check the filter of the export or the view.`,
    statement: (place: string, detail: string) => `${place} did not take the statement${inBrackets(detail)}. If its version is supported, please report this.`,
  },
  files: "files of this machine",
  nothingWritten: "Nothing was written.",
};

function inBrackets(detail: string): string {
  return detail === "" ? "" : ` (${detail})`;
}
