const { src, dest } = require('gulp');

/** Icons are the only files that tsc does not bring into dist. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

exports.icons = icons;
exports.default = icons;
