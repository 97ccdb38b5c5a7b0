// Writes numbers.txt and offers.txt: what JavaScript says about ids. Run: node initiative.mjs
import { writeFileSync } from "node:fs";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-";
const numeric = `0 -0 00 1 01 1. .1 1.0 -1 -.5 . - -. 1e3 1E3 1e-3 1e 1e. e3 1e999 -1e999 1e-999 0x10 0X1F 0x 0xg
-0x10 0b101 0B1 0b2 0b 0o17 0O7 0o8 0o Infinity -Infinity infinity INFINITY NaN nan 1_000 1.5.2 1-1 --1 1e--3
12345678901234567890 9007199254740993 0x20000000000001 0x20000000000003 0xffffffffffffffffffff 0.1 0.30000000000000004
4.9e-324 2e-324 1.7976931348623157e308 1.7976931348623159e308 1d 1f 0x1p3 0x1.8 10L 00x1 1e99999999999 0e99999999999
${"9".repeat(64)} 0x${"f".repeat(62)} 0.${"3".repeat(62)} ann null true`.split(/\s+/);
const words = `a A b B ab aB Ab AB ba a1 a-1 a_1 a.1 a1a -a _a .a a- a_ a. 1a 1-a 1_a 2a 10a 9a Z z zz ZZ zZ
participant-1 participant-10 participant-2 Participant-2 p_1 p-1 p.1 p1 5f3a 5F3A`.split(/\s+/);

const bits = (number) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16);
};
// The rule of the known client: by number if both are numbers, else in locale order.
const offers = (a, b) => {
  const difference = Number(a) - Number(b);
  if (!Number.isNaN(Number(a)) && !Number.isNaN(Number(b))) {
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
  }
  return Math.sign(a.localeCompare(b, "en"));
};

writeFileSync("numbers.txt", numeric.map((text) => `${text} ${bits(Number(text))}\n`).join(""));
const ids = [...new Set([...alphabet, ...words, ...numeric])];
let lines = "";
for (let i = 0; i < ids.length; i++) {
  for (let j = i; j < ids.length; j++) {
    lines += `${ids[i]} ${ids[j]} ${offers(ids[i], ids[j])}\n`;
  }
}
writeFileSync("offers.txt", lines);
