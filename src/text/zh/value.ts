import type { SheetText } from "../whole";

export const value: SheetText["value"] = {
  title: "客户价值",
  definitions: [],
};
