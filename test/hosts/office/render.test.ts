import { officeBook } from "../../../src/hosts/office/book";
import { startExcel } from "../../excel-host/node-bridge";
import { samplePlan } from "../plans";

it("writes", async () => {
  const excel = startExcel();
  const away = excel.install();
  try {
    const started = performance.now();
    await officeBook().render(samplePlan("en"), { progress: (d, t) => console.log(d, t) });
    console.log(performance.now() - started, excel.traffic);
  } catch (e) { console.log(JSON.stringify((e as { troubles: unknown }).troubles), e); throw e; } finally { away(); }
});
