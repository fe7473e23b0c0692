import type { Issue } from "../../src/crm/reading";
import { textIn } from "../../src/text/language";

const encoding = (found: string, count: number): Issue => ({ kind: "encoding", row: null, column: null, found, count });

it("tells an encoding that was guessed from characters that are lost", () => {
  const say = textIn("en").issues.encoding;
  expect(say(encoding("gb18030", 1))).toBe("Not in UTF-8, so read as gb18030. If names look wrong, export as UTF-8.");
  expect(say(encoding("\ufffd", 3))).toBe("3 characters could not be decoded and stand as “\ufffd”. Export again, as UTF-8.");
  const sagen = textIn("zh-CN").issues.encoding;
  expect(sagen(encoding("gb18030", 1))).toBe("文件不是 UTF-8，已按 gb18030 读取。如果名称显示不正确，请导出为 UTF-8。");
  expect(sagen(encoding("\ufffd", 3))).toBe("有 3 个字符无法解码，显示为“\ufffd”。请重新导出为 UTF-8。");
});
