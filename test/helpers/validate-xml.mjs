// Validates XML from the standard input against an XML Schema file: an ES module, which tests cannot load themselves.
import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const schema = XmlDocument.fromBuffer(readFileSync(process.argv[2]));
const validator = XsdValidator.fromDoc(schema);
const document = XmlDocument.fromBuffer(readFileSync(0));
try {
  validator.validate(document);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
