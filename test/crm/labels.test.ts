import { lookUp } from "../../src/crm/headers/dictionary";
import { headerKeys } from "../../src/crm/headers/key";
import { outcomeOfWord } from "../../src/crm/outcome";
import type { Crm, ObjectKind } from "../../src/crm/reading";
import { guessStages } from "../../src/crm/stages";
import { describeWithShared } from "../shared-data";
import { readAs, sharedJson, tableOf } from "./tables";

interface Label {
  readonly object?: string;
  readonly api?: string;
  readonly label: string;
  readonly meaning: string;
}

interface Labels {
  readonly espocrm_zh_cn: readonly Label[];
  readonly espocrm_zh_cn_stages: readonly { en: string; zh: string; outcome: "open" | "won" | "lost"; order: number }[];
  readonly pipedrive: readonly Label[];
  readonly fxiaoke_new_opportunity: readonly Label[];
}

/** Our field for what the labels' file calls a meaning; null has none. */
const dealMeanings: Readonly<Record<string, string | null>> = {
  deal_name: "name", account: "account", stage: "stage", amount: "amount", probability_percent: "probability", lead_source: "source", close_date: "closeDate",
  contact: "contact", description: "description", amount_converted: null, amount_weighted: "weightedAmount", campaign: null, currency: "currency", owner: "owner",
  expected_close_date: "expectedClose", label: null, created_at: "created", closed_at: "closeDate", lost_reason: "lostReason", lost_at: "lostOn", status: "status",
  won_at: "wonOn", id: "id", other: null, competitor: "competitor", industry: null, company_size: null, last_activity_at: "lastActivity",
};
const leadMeanings: Readonly<Record<string, string | null>> = { email: "email", account: "company", lead_status: "status", lead_source: "source", industry: "industry", phone: "phone", amount: "amount", lead_name: "name", owner: "owner" };
const accountMeanings: Readonly<Record<string, string | null>> = { account: "name", industry: "industry", company_size: "companySize", lead_source: "source", last_activity_at: "lastActivity", created_at: "created", other: "status" };

function fieldOf(label: string, object: ObjectKind, crm: Crm): string | null {
  return lookUp(headerKeys(label), object, crm)?.field ?? null;
}

describeWithShared("labels of three CRMs", () => {
  const labels = sharedJson<Labels>("crm_labels_shared/expected.json");

  it.each(labels.espocrm_zh_cn.map((label) => [label.object!, label.label, label.meaning] as const))("knows EspoCRM's %s %s", (object, label, meaning) => {
    const isLead = object === "Lead";
    expect(fieldOf(label, isLead ? "lead" : "deal", "other")).toBe((isLead ? leadMeanings : dealMeanings)[meaning]);
  });

  it.each(labels.pipedrive.map(({ label, meaning }) => [label, meaning] as const))("knows Pipedrive's %s", (label, meaning) => {
    const isLead = label.startsWith("Lead - ");
    expect(fieldOf(label, isLead ? "lead" : "deal", "pipedrive")).toBe((isLead ? leadMeanings : dealMeanings)[meaning]);
  });

  it.each(labels.fxiaoke_new_opportunity.map(({ api, label, meaning }) => [api!, label, meaning] as const))("knows 纷享销客's %s %s", (api, label, meaning) => {
    const isAccount = api.startsWith("account.");
    const wanted = (isAccount ? accountMeanings : dealMeanings)[meaning];
    expect(fieldOf(label, isAccount ? "account" : "deal", "fxiaoke")).toBe(wanted);
    if (!isAccount && meaning !== "other") expect(fieldOf(api, "deal", "fxiaoke")).toBe(wanted);
  });

  it.each(labels.espocrm_zh_cn_stages.flatMap(({ en, zh, outcome }) => [[en, outcome], [zh, outcome]] as const))("takes the stage %s for %s", (stage, outcome) => {
    const word = outcomeOfWord(stage);
    expect(word === "won" || word === "lost" ? word : "open").toBe(outcome);
  });

  it("puts EspoCRM's Chinese stages into the pipeline's order", () => {
    const shuffled = [...labels.espocrm_zh_cn_stages].reverse();
    const { reading } = readAs("deal", tableOf(["名称", "阶段", "量"], shuffled.map(({ zh }, at) => [`交易${at}`, zh, "1"])));
    const guessed = guessStages(reading, "other");
    const orders = guessed.map(({ stage }) => labels.espocrm_zh_cn_stages.find(({ zh }) => zh === stage)!.order);
    expect(orders).toEqual([...orders].sort((left, right) => left - right));
    expect(guessed.map(({ outcome }) => outcome).slice(-2)).toEqual(["won", "lost"]);
  });

  it("takes 韩元 neither for a currency column nor for a win", () => {
    expect(fieldOf("韩元", "deal", "other")).toBeNull();
    expect(outcomeOfWord("韩元")).toBeNull();
    const { recognition } = readAs("deal", tableOf(["名称", "阶段", "量", "韩元"], [["a", "提案", "5", "是"], ["b", "协商", "6", "否"]]));
    expect(Object.values(recognition.mapping)).not.toContain("韩元");
  });
});
