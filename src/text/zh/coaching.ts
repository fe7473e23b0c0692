import type { SheetText } from "../whole";

export const coaching: SheetText["coaching"] = {
  title: "辅导与培养",
  definitions: [],
};
