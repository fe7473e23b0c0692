import type { SheetText } from "../whole";

export const together: SheetText["together"] = {
  title: "跨部门协作",
  definitions: [],
};
