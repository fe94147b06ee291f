import { satisfying } from '../../model/requirement';

const startsPlain = (text: string) => /^\s*http:\/\//i.test(text);
const startsWithScheme = (text: string) => /^\s*[a-z][a-z0-9+.-]*:/i.test(text);

/** An address that is not spoken to over HTTP without TLS. The beginning tells, whatever follows. */
export const notPlainHttp = satisfying(
  { ja: 'https://で始まるURL', en: 'a URL that begins with https://' },
  (value) => {
    if (value.kind === 'known') return startsPlain(String(value.value)) ? 'breaks' : 'holds';
    if (value.kind === 'absent') return 'holds';
    if (value.kind !== 'text') return 'undetermined';
    const first = value.parts[0];
    if (typeof first !== 'string') return 'undetermined';
    if (startsPlain(first)) return 'breaks';
    return startsWithScheme(first) ? 'holds' : 'undetermined';
  },
);
