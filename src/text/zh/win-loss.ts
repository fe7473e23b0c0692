import type { SheetText } from "../whole";

export const winLoss: SheetText["winLoss"] = {
  title: "赢单与输单",
  definitions: [],
};
