using CsCheck;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>JSON as clients send it, as they should not, and as only an attacker would.</summary>
internal static class JsonGens
{
    private static readonly Gen<string> Literal = Gen.OneOf<string>("null", "true", "false", "{}", "[]", "\"\"");

    private static readonly Gen<string> Number = Gen.OneOf<string>(
        "0", "1", "-1", "0.5", "2.1", "1.0", "1e2", "1e999", "-1e999", "9223372036854775808", "0.00000000000000000001");

    private static readonly Gen<string> Text = Gen.OneOf<string>(
        Gen.OneOf<string>(
            "Hi", " ", "\\u0000", "\\ud800", "\\udc00\\ud800", "\\ud83d\\ude00", "é\\n\\\"", "{\\\"a\\\":1}",
            "{\\\"a\\\":",
            "{\\\"a\\\":\\\"\\\\ud800\\\"}", "data:image/png;base64,AAAA", "https://169.254.169.254/", "auto", "user",
            "function"),
        Gen.Char.AlphaNumeric.Array[0, 80].Select(chars => new string(chars)),
        Gen.Int[1, 4].Select(count => new string('x', count * 3000))).Select(text => $"\"{text}\"");

    private static readonly Gen<string> Deep = Gen.OneOf<int>(40, 70, 400, 600)
        .Select(depth =>
            string.Concat(Enumerable.Repeat("{\"a\":[", depth)) + string.Concat(Enumerable.Repeat("]}", depth)));

    /// <summary>Any JSON.</summary>
    public static Gen<string> Anything { get; } = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Literal
        : Gen.Frequency<string>(
            (3, Literal),
            (3, Number),
            (4, Text),
            (1, Deep),
            (2, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (2, Gen.Select(Text, inner).Array[0, 3]
                .Select(items => $"{{{string.Join(',', items.Select(item => $"{item.Item1}:{item.Item2}"))}}}"))));

    /// <summary>JSON of these kinds, and now and then any other.</summary>
    public static Gen<string> Mostly(params string[] values) => Mostly(Gen.OneOf<string>(values));

    public static Gen<string> Mostly(Gen<string> values) => Gen.Frequency<string>((60, values), (1, Anything));

    /// <summary>A list of these.</summary>
    public static Gen<string> List(Gen<string> items, int most) =>
        Mostly(items.Array[0, most].Select(all => $"[{string.Join(',', all)}]"));

    /// <summary>A text that holds other JSON.</summary>
    public static Gen<string> Quoted(Gen<string> json) => json.Select(
        text => $"\"{Escaped(Escaped(text, "\\"), "\"")}\"");

    /// <summary>An object with these fields, and now and then one that nobody knows.</summary>
    /// <param name="fields">The fields; those with a question mark after their name only sometimes.</param>
    public static Gen<string> Object(params (string Name, Gen<string> Value)[] fields) => Mostly(fields
        .Select(field => field.Name.EndsWith('?')
            ? Field(field.Name[..^1], field.Value, often: 1, seldom: 2)
            : Field(field.Name, field.Value, often: 60, seldom: 1))
        .Append(Field("novel", Anything, often: 1, seldom: 10))
        .Aggregate(Gen.Const(""), (all, field) => Gen.Select(all, field, Join))
        .Select(text => $"{{{text}}}"));

    /// <summary>The same, and now and then broken off, or with something else in it.</summary>
    public static Gen<string> SometimesBroken(Gen<string> json) => Gen.Frequency<string>(
        (30, json),
        (1, Gen.Select(json, Gen.Double.Unit, (text, share) => text[..(int)(text.Length * share)])),
        (1, Gen.Select(
            json,
            Gen.Double.Unit,
            Gen.OneOf<string>("\"", ",", "{", "\uFFFF", "\0", "\\u"),
            (text, share, other) => text.Insert((int)(text.Length * share), other))));

    private static string Escaped(string text, string mark) =>
        text.Replace(mark, "\\" + mark, StringComparison.Ordinal);

    private static Gen<string> Field(string name, Gen<string> value, int often, int seldom) => Gen.Frequency<string>(
        (often, value.Select(json => $"\"{name}\":{json}")),
        (seldom, Gen.Const("")));

    private static string Join(string all, string field) =>
        all.Length == 0 || field.Length == 0 ? all + field : $"{all},{field}";
}
