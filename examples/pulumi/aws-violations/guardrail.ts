import { enforcePolicy } from '../../../lib/pulumi';

// Imported first of all: what is made before it is not judged, and ends the program.
enforcePolicy({ zone: 'my-number' });
