// Whether the pane opens by itself with a workbook Salesbook built: remembered in the workbook, asked when it opens.

import { showPane } from "./ribbon";

const setting = "salesbook.opensWithWorkbook";

/** From the next opening of this workbook on, the add-in starts with it and the pane opens (or no longer). Where Excel cannot, nothing happens; it may never answer, so let nothing wait for this. */
export async function openWithWorkbook(on: boolean): Promise<void> {
  if (!canStartAlone()) return;
  try {
    await Office.addin.setStartupBehavior(on ? Office.StartupBehavior.load : Office.StartupBehavior.none);
    await remember(on);
  } catch {
    // A workbook that takes no settings, such as one opened to read only, opens as before.
  }
}

/** Opens the pane if this workbook asks for it; call it once Office is ready. */
export async function openIfWanted(): Promise<void> {
  if (canStartAlone() && isWanted()) await showPane();
}

function canStartAlone(): boolean {
  return Office.context.requirements?.isSetSupported("SharedRuntime", "1.1") === true;
}

function isWanted(): boolean {
  return Office.context.document?.settings?.get(setting) === true;
}

function remember(on: boolean): Promise<void> {
  const { settings } = Office.context.document;
  if (on) settings.set(setting, true);
  else settings.remove(setting);
  return new Promise((done, fail) => settings.saveAsync(({ status, error }) => (status === Office.AsyncResultStatus.Succeeded ? done() : fail(error))));
}
