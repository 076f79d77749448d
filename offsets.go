package dateline

import (
	"reflect"

	"github.com/dateline-go/dateline/span"
)

// In returns the analysis with every span counted in the given unit: bytes,
// code points, or UTF-16 units. The words stay as they are, the receiver is not
// changed. An analysis decoded from JSON is converted rightly only if its spans
// count bytes.
//
//	json.NewEncoder(w).Encode(analysis.In(span.UTF16))
func (a *Analysis) In(unit span.Unit) *Analysis {
	if a.Offsets == unit {
		return a
	}
	if a.bytes != nil {
		return a.bytes.In(unit)
	}
	converted := *a
	converted.Offsets, converted.bytes = unit, a
	convert(reflect.ValueOf(&converted).Elem(), span.NewIndex(a.Text, unit))
	return &converted
}

var spanType = reflect.TypeFor[span.Span]()

// convert translates every span that v holds, copying slices and pointers on
// its way. It walks by reflection so that no span, also of a field added
// later, can be forgotten.
func convert(v reflect.Value, x *span.Index) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == spanType {
			v.Set(reflect.ValueOf(x.Span(v.Interface().(span.Span))))
			return
		}
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				convert(f, x)
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(v.Elem())
			v.Set(c)
			convert(c.Elem(), x)
		}
	case reflect.Slice:
		if !v.IsNil() {
			c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(c, v)
			v.Set(c)
			for i := range c.Len() {
				convert(c.Index(i), x)
			}
		}
	}
}
