import type { Claim } from '../../model/claim';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { textTest } from '../policy-document';
import { isPrivate, parseRange } from './addresses';

/** The resolver of a VPC, by its name and by its addresses. */
const OF_THE_VPC = /^(AmazonProvidedDNS|169\.254\.169\.253|fd00:ec2::253)$/i;

const inside = satisfying(
  {
    ja: 'AmazonProvidedDNS又は内部のネットワークのアドレス',
    en: 'AmazonProvidedDNS or an address of a private network',
  },
  (value) =>
    textTest(value, (text) =>
      // Some write several into one string.
      text
        .split(/[\s,]+/)
        .filter((server) => server !== '')
        .every((server) => {
          const range = parseRange(server);
          return OF_THE_VPC.test(server) || (range !== undefined && isPrivate(range));
        }),
    ),
);

/** Says that DHCP options hand out no name server on the Internet. Without any the VPC has no name server. */
export function nameServersAreInside(options: Resource): Claim {
  return options
    .get('DomainNameServers')
    .items()
    .every((server) => server.must(inside));
}
