import type { SheetText } from "../whole";

export const loyalty: SheetText["loyalty"] = {
  title: "客户忠诚度",
  definitions: [],
};
