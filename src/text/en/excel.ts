import type { HostTrouble } from "../../hosts/live";

/** Why Excel did not do what was asked, and what to do. */
export const excel: { readonly [K in HostTrouble["kind"]]: (trouble: Extract<HostTrouble, { readonly kind: K }>) => string } = {
  "protected-structure": () => "The workbook is protected, so no sheet can be added. Choose Review > Protect Workbook to lift the protection, then try again.",
  "read-only": () => "The workbook is open to read only. Choose Enable Editing, or save a copy, then try again.",
  "cell-edit": () => "A cell is being edited. Press Enter or Esc in Excel, then try again.",
  "session-lost": () => "Excel has lost its connection to the workbook. Close the pane, open the workbook again and try again: what you typed is kept.",
  refused: () => "Excel refused the data as too large. Try again; if it happens again, build with fewer sheets or a shorter export.",
  cancelled: () => "You stopped it. What you typed is where it was.",
  "no-selection": () => "Nothing that can be read is selected. Select the rows with their header, or a cell of a table, then try again.",
  "selection-too-big": () => "The selection is too large. Select only the rows and columns of the export.",
  "other-workbook": () => "Another workbook is in front now. Go back to the one you started in, then try again.",
  "cell-taken": () => "The active cell is not empty. Select an empty cell, then try again.",
  "typed-meanwhile": () => "Someone typed in the workbook while it was being prepared, so nothing was written. Try again when nobody is typing.",
  left: () => "What you typed before an interrupted run is still kept in this workbook, with the names in it. Put it back, build again or refresh, then try again.",
  "protected-sheet": ({ sheet }) => `The sheet “${sheet}” is protected. Choose Review > Unprotect Sheet, then try again.`,
  "sheet-taken": ({ sheet }) => `You have a sheet of your own named “${sheet}”. Rename it, then try again.`,
  "name-taken": ({ name }) => `You have a name “${name}” of your own. Rename it under Formulas > Name Manager, then try again.`,
  "table-taken": ({ name }) => `You have a table of your own named “${name}”. Rename it under Table Design, then try again.`,
  merged: ({ sheet, address }) => `Merged cells are in the way${sheet ? ` on “${sheet}” at ${address}` : ""}. Unmerge them, then try again.`,
  comments: ({ sheet, address }) => `Comments on “${sheet}” (${address}) would be deleted with their rows or columns. Copy what they say to another sheet, delete them, then try again.`,
  filtered: ({ sheet, table }) => `${sheet ? `The table ${table} on “${sheet}” is filtered` : "A filter is in the way"}. Clear the filter (Data > Clear), then try again.`,
  "no-room": ({ sheet }) => `There is too little room${sheet ? ` on “${sheet}”` : ""}. Move what is of your own below or beside the tables, then try again.`,
  "co-author": ({ sheet }) => `Someone else is working ${sheet ? `on “${sheet}”` : "in this workbook"}. Wait a moment, then try again.`,
  "api-missing": ({ set }) => `This Excel is too old for that (${set} is needed). Update Excel, or open the workbook in Excel on the web.`,
  unknown: ({ code, said }) => `Excel reported an error: ${said} (${code}). What you typed is kept; try again.`,
};
