using System.Text.Json;
using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Settings;

/// <summary>
/// The fields of a plan in <c>PLANS</c>, each with the rule of the setting that it takes the place of.
/// </summary>
internal static partial class PlanField
{
    private const string Models = "models";

    private static readonly WholeNumberSettingAttribute Burst = new("burst", 1, 5_000);
    private static readonly WholeNumberSettingAttribute Quota = new("quota", 1, int.MaxValue);
    private static readonly OneOfSettingAttribute Period = new("period", "DAY", "WEEK", "MONTH");

    private static readonly SettingAttribute[] Fields =
        [new RateSettingAttribute("rate"), Burst, Quota, Period, new ModelsSettingAttribute(Models)];

    /// <exception cref="InvalidSettingException">The plan has something wrong.</exception>
    public static PlanTerms Read(string setting, JsonProperty plan)
    {
        if (!Name().IsMatch(plan.Name))
        {
            throw new InvalidSettingException(
                $"{setting} has a plan '{plan.Name}'; allowed is a name of 1 to 32 lower-case letters, digits and "
                + "hyphens, a letter first.");
        }

        var given = plan.Value.ValueKind is JsonValueKind.Object
            ? plan.Value.EnumerateObject().ToDictionary(field => field.Name, field => field.Value)
            : throw new InvalidSettingException(
                $"{setting} has a plan '{plan.Name}' that is no object; it needs rate, burst, quota and period.");
        if (given.Keys.FirstOrDefault(name => !Array.Exists(Fields, field => field.Name == name)) is { } unknown)
        {
            throw new InvalidSettingException(
                $"{setting} has a plan '{plan.Name}' with a field '{unknown}'; "
                + "allowed are rate, burst, quota, period and models.");
        }

        return TermsOf(plan.Name, Array.ConvertAll(Fields, field => Parse(setting, plan.Name, field, given)));
    }

    private static PlanTerms TermsOf(string name, object?[] values) => new(
        name,
        (double)values[0]!,
        (int)values[1]!,
        (int)values[2]!,
        (QuotaPeriod)Period.As(typeof(QuotaPeriod), values[3]!),
        (string?)values[4]);

    private static object? Parse(
        string setting, string plan, SettingAttribute field, Dictionary<string, JsonElement> given)
    {
        if (!given.TryGetValue(field.Name, out var value))
        {
            return field.Name is Models
                ? null
                : throw new InvalidSettingException(
                    $"{setting} has a plan '{plan}' without {field.Name}; it needs rate, burst, quota and period.");
        }

        var text = TextOf(field, value);
        return (text is null ? null : field.Parse(text))
            ?? throw new InvalidSettingException(
                $"{setting} has a plan '{plan}' whose {field.Name} is '{text ?? value.GetRawText()}'; "
                + $"allowed is {field.Allowed}.");
    }

    // Numbers are numbers and texts are texts; a list of models may be one of either kind of list.
    private static string? TextOf(SettingAttribute field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when field is RateSettingAttribute or WholeNumberSettingAttribute => value.GetRawText(),
        JsonValueKind.String when field is OneOfSettingAttribute or ModelsSettingAttribute => value.GetString(),
        JsonValueKind.Array when field is ModelsSettingAttribute
            && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String) =>
            string.Join(',', value.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,31}\z")]
    private static partial Regex Name();
}
