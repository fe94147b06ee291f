// Stands for ts-node, whose work swc does here.
exports.VERSION = '0.0.0';
exports.register = () => undefined;
