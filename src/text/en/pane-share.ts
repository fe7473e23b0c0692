/** What the pane says before a workbook is shared. */
export const paneShare = {
  title: "Share the workbook",
  hint: "For colleagues without Salesbook. The sheets Salesbook built work everywhere as they are.",
  freeze: {
    title: "Freeze custom functions",
    what: "Cells with =SALES functions show #NAME? to those without the add-in. This turns them into the values they show now.",
    button: "Freeze to values",
    confirm: "Freeze functions to values?",
    warning: "The formulas are replaced in this workbook. Save a copy first if you want to keep them.",
    done: (count: number, left: number) => {
      const frozen = count + left === 0 ? "No cell uses a custom function." : `${count.toLocaleString("en")} ${count === 1 ? "cell is now a plain value" : "cells are now plain values"}.`;
      return left === 0 ? frozen : `${frozen} ${left.toLocaleString("en")} ${left === 1 ? "cell shows an error or is still being computed and keeps its formula" : "cells show an error or are still being computed and keep their formulas"}: wait or mend the formula, then freeze again.`;
    },
  },
  template: {
    title: "Save as a template",
    what: "Targets, stages, rules and texts of this workbook for another team or another year. No customers, deals, leads, e-mail addresses or phone numbers go along.",
    name: "Name of the template",
    untitled: "Our way of selling",
    button: "Make the template",
    file: "salesbook-template.json",
    download: "Download",
    copy: "Copy as text",
    copied: "Copied. Paste it into a text file whose name ends in .json.",
    notCopied: "The browser did not allow the copy. Use Download instead.",
    done: (tables: number) => `The template holds ${tables} ${tables === 1 ? "table" : "tables"}. Choose it under Build, Template, “From a file…”.`,
    leftOut: (count: number) => `${count} ${count === 1 ? "cell was" : "cells were"} left empty, since ${count === 1 ? "it names" : "they name"} a customer.`,
  },
  names: {
    title: "Add portable functions",
    what: "Adds names such as SALES_LTV that work without the add-in in Microsoft 365 and Excel 2024.",
    button: "Add the names",
    done: (count: number) => (count === 0 ? "The names are already in this workbook." : `${count.toLocaleString("en")} ${count === 1 ? "name" : "names"} added. Use them like =SALES_LTV(…).`),
  },
  repair: {
    title: "Repair #NAME?",
    what: "Enters =SALES formulas again that show #NAME? because they were opened without the add-in.",
    button: "Repair",
    done: (count: number) => (count === 0 ? "No formula needed repair." : `${count.toLocaleString("en")} ${count === 1 ? "formula" : "formulas"} entered again.`),
  },
  anonymise: {
    title: "Remove personal data",
    what: "Names of people become “Person 1”, “Person 2” and so on, the same person always the same; e-mail addresses and phone numbers go too. Only the sheets Salesbook built are changed.",
    button: "Remove names, e-mails and phones",
    confirm: "Remove personal data from this workbook?",
    warning: "This changes the workbook itself and cannot be undone. Save a copy first (File > Save a Copy) and do this in the copy.",
    columns: "Owners, contacts, managers, lead and rep names, e-mail addresses and phone numbers are replaced. Columns without a field and texts you typed yourself are not searched for names.",
    word: "Person",
    done: ({ names, emails, phones }: Readonly<Record<"names" | "emails" | "phones", number>>) =>
      names + emails + phones === 0 ? "No names, e-mail addresses or phone numbers were found. Look through columns without a field before you send the file." : `Replaced: ${names.toLocaleString("en")} names, ${emails.toLocaleString("en")} e-mail addresses, ${phones.toLocaleString("en")} phone numbers. Look through notes you typed before you send the file.`,
  },
};
