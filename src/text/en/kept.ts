/** What was typed and has no place in the workbook just now. */
export const kept = {
  sheet: "Kept aside",
  title: "Kept aside",
  note: "What you typed beside rows that are no longer in the export, or where a table needed the room. It goes back by itself as soon as its place is there again. Delete a row here to let it go.",
  columns: { where: "Where", record: "Row", column: "Column", content: "Content", formula: "Formula", since: "Since" },
};
