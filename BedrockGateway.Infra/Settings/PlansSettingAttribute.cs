using System.Text.Encodings.Web;
using System.Text.Json;

namespace BedrockGateway.Infra.Settings;

/// <summary>Plans by name, as JSON; kept without white space.</summary>
/// <remarks>
/// <c>{"pro":{"rate":5,"burst":10,"quota":1000,"period":"DAY","models":"anthropic.*,amazon.nova-*"}}</c>
/// </remarks>
internal sealed class PlansSettingAttribute(string name) : SettingAttribute(name)
{
    // Each is a usage plan and a group of the template, and a line in a function's environment, which has 4 KB.
    private const int MaxPlans = 20;
    private const int MaxChars = 2_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions AsItIs =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Allowed =>
        "a JSON object of names and plans, such as "
        + "{\"pro\":{\"rate\":5,\"burst\":10,\"quota\":1000,\"period\":\"DAY\",\"models\":\"anthropic.*\"}}, "
        + "of at most 20 plans in at most 2000 characters";

    /// <exception cref="InvalidSettingException">
    /// A plan has something wrong; the message names plan and field.
    /// </exception>
    public override object? Parse(string text)
    {
        try
        {
            using var plans = JsonDocument.Parse(text, Strict);
            if (plans.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return null;
            }

            var terms = plans.RootElement.EnumerateObject().Select(plan => PlanField.Read(Name, plan)).ToList();
            var compact = JsonSerializer.Serialize(plans.RootElement, AsItIs);
            return terms.Count is > 0 and <= MaxPlans && compact.Length <= MaxChars ? compact : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
