import { decode } from "../../src/crm/decode";

const bytes = (...parts: (string | number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

describe("decode", () => {
  it("reads UTF-8, with or without its mark", () => {
    expect(decode(bytes("Id,名称\n1,Müller"))).toEqual({ text: "Id,名称\n1,Müller", encoding: "utf-8" });
    expect(decode(bytes([0xef, 0xbb, 0xbf], "Id"))).toEqual({ text: "Id", encoding: "utf-8" });
  });

  it.each(["utf16le", "utf16be"])("reads %s with its mark and without", (encoding) => {
    const text = "Id\tName\r\n1\tÉclair 商机\r\n";
    const plain = Buffer.from(text, "utf16le");
    const mark = Buffer.from("\ufeff", "utf16le");
    const turn = (buffer: Buffer): Buffer => (encoding === "utf16be" ? Buffer.from(buffer).swap16() : buffer);
    const name = encoding === "utf16be" ? "utf-16be" : "utf-16le";
    expect(decode(turn(Buffer.concat([mark, plain])))).toEqual({ text, encoding: name });
    expect(decode(turn(plain))).toEqual({ text, encoding: name });
  });

  it("tells by the first text that is not plain, however far down it stands", () => {
    const plain = "1,2026-01-02,Open\n".repeat(20_000);
    const { text, encoding } = decode(Buffer.concat([Buffer.from(`Id,Day,Stage\n${plain}`), Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]), Buffer.from("\n")]));
    expect([encoding, text.endsWith("客户\n")]).toEqual(["gb18030", true]);
  });

  it.each([
    ["客户", [0xbf, 0xcd, 0xbb, 0xa7], "gb18030"],
    ["客戶", [0xab, 0xc8, 0xa4, 0xe1], "big5"],
    ["金額", [0xaa, 0xf7, 0xc3, 0x42], "big5"],
    ["商机金额", [0xc9, 0xcc, 0xbb, 0xfa, 0xbd, 0xf0, 0xb6, 0xee], "gb18030"],
  ])("tells %s from its few bytes", (word, code, encoding) => {
    expect(decode(bytes("Id,", code, "\n1,2\n"))).toEqual({ text: `Id,${word}\n1,2\n`, encoding });
  });

  it.each([
    ["Müller", [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]],
    ["Größe", [0x47, 0x72, 0xf6, 0xdf, 0x65]],
    ["créée à Orléans", [0x63, 0x72, 0xe9, 0xe9, 0x65, 0x20, 0xe0, 0x20, 0x4f, 0x72, 0x6c, 0xe9, 0x61, 0x6e, 0x73]],
    ["10 €", [0x31, 0x30, 0x20, 0x80]],
    ["José Núñez", [0x4a, 0x6f, 0x73, 0xe9, 0x20, 0x4e, 0xfa, 0xf1, 0x65, 0x7a]],
  ])("does not take %s for Chinese", (word, code) => {
    expect(decode(bytes("Name;Ort\n", code, ";Wien\n"))).toEqual({ text: `Name;Ort\n${word};Wien\n`, encoding: "windows-1252" });
  });

  it("keeps a UTF-8 file with one broken byte in UTF-8", () => {
    const { text, encoding } = decode(bytes("客户名称,商机名称\n上海云图科技,一期", [0xe4, 0xb8]));
    expect(encoding).toBe("utf-8");
    expect(text).toContain("上海云图科技");
  });

  it("takes a few zero bytes in ASCII for what they are", () => {
    expect(decode(bytes('a,b\n"say \0"hi\0"",2\n')).encoding).toBe("utf-8");
  });
});
