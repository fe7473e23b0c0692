import type { SheetText } from "../whole";

export const health: SheetText["health"] = {
  title: "客户健康度",
  definitions: [],
};
