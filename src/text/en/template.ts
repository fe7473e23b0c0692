/** What is said of templates: by the command line and the pane. */
export const template = {
  "not-json": (file: string) => `${file} is no template: it cannot be read as JSON. Save it again with “salesbook templates save”, or from the pane under Share.`,
  "not-template": (file: string) => `${file} is JSON, but no template of Salesbook's. Save one with “salesbook templates save”, or from the pane under Share.`,
  newer: (file: string) => `${file} was saved by a newer Salesbook. Update yours, then try again.`,
  odd: (file: string, where: string) => `${file}: “${where}” is not as a template has it. Save it again, or mend that place.`,
  unknown: (file: string, names: string) => `${file}: these are not known here and were left out: ${names}.`,
  stagesLeft: "The template's stages were left out: the export has stages of its own.",
  madeFrom: (book: string) => `Made from ${book}`,
  saved: (path: string, tables: string) => `Wrote ${path}: ${tables}.`,
  leftOut: (count: number, where: string) => `${count} ${count === 1 ? "cell was" : "cells were"} left empty, since ${count === 1 ? "it names" : "they name"} a customer, an e-mail address or a phone number: ${where}.`,
};
