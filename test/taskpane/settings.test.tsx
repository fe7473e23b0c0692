// What the pane offers to build with, as it is drawn.

import { FluentProvider } from "@fluentui/react-components";
import { renderToStaticMarkup } from "react-dom/server";
import type { ExcelActions } from "../../src/taskpane/excel-actions";
import { newSession, type Session } from "../../src/taskpane/session";
import { Settings } from "../../src/taskpane/Settings";
import type { StepProps } from "../../src/taskpane/step-props";
import { textIn } from "../../src/text/language";
import { today } from "./made";

const { build } = textIn("en").pane;
const session = newSession("en", today);

/** The chosen option of each list, by the list's label. */
function chosen(excel: ExcelActions | null, now: Session = session): Readonly<Record<string, string>> {
  const props = { session: now, excel, text: textIn("en"), tell: () => undefined, actions: {} as StepProps["actions"], ask: () => undefined };
  const html = renderToStaticMarkup(<FluentProvider><Settings {...props} /></FluentProvider>);
  const fields = html.split("<label").slice(1);
  return Object.fromEntries(fields.map((field) => [/>([^<]*)/.exec(field)?.[1] ?? "", /<option[^>]*selected=""[^>]*>([^<]*)/.exec(field)?.[1] ?? ""]));
}

it("says January where there is no workbook to say otherwise", () => {
  expect(chosen(null)).toMatchObject({ [build.fiscalYear]: "January" });
});

it("leaves the start of the year to the workbook in Excel until one is chosen", () => {
  const excel = {} as ExcelActions;
  expect(chosen(excel)).toMatchObject({ [build.fiscalYear]: build.fiscalYearOfBook });
  expect(chosen(excel, { ...session, wishes: { ...session.wishes, fiscalYearStart: 4 } })).toMatchObject({ [build.fiscalYear]: "April" });
});
