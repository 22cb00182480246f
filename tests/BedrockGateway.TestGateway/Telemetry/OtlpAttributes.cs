using System.Globalization;

namespace BedrockGateway.TestGateway.Telemetry;

/// <summary>Attributes as texts: <c>KeyValue { key = 1; AnyValue value = 2; }</c>.</summary>
internal static class OtlpAttributes
{
    public static Dictionary<string, string> Read(ProtoMessage? owner, int field) => owner is null
        ? []
        : owner.Messages(field).ToDictionary(
            pair => pair.Text(1), pair => pair.Message(2) is { } value ? TextOf(value) : string.Empty);

    // AnyValue { string 1; bool 2; int64 3; double 4; ArrayValue { repeated AnyValue values = 1; } 5; }
    private static string TextOf(ProtoMessage value) => value switch
    {
        _ when value.Has(2) => value.Number(2) == 1 ? "true" : "false",
        _ when value.Has(3) => ((long)value.Number(3)).ToString(CultureInfo.InvariantCulture),
        _ when value.Has(4) => value.Double(4).ToString(CultureInfo.InvariantCulture),
        _ when value.Has(5) => string.Join(',', value.Message(5)!.Messages(1).Select(TextOf)),
        _ => value.Text(1),
    };
}
