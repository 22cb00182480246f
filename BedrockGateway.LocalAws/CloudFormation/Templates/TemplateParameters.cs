using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Ssm;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>
/// Gives each parameter of a template its value: from the caller, the stack's previous one, or the default.
/// </summary>
internal static class TemplateParameters
{
    public static IReadOnlyList<ParameterDeclaration> Declared(Template template) =>
    [
        .. template.Parameters.Select(pair => new ParameterDeclaration(
            pair.Key,
            pair.Value as JsonObject
                ?? throw ValidationFault.Of("Template format error: Any Parameters member must be an object."))),
    ];

    /// <exception cref="AwsFault"><c>ValidationError</c>: a value is missing, unknown or breaks a
    /// constraint.</exception>
    public static IReadOnlyList<ParameterValue> Resolve(
        Template template,
        IReadOnlyList<ParameterInput> given,
        IReadOnlyList<ParameterValue> previous,
        ParameterStore store)
    {
        var declared = Declared(template);
        Refuse(
            given.Select(input => input.Key).Except(declared.Select(item => item.Key)), "do not exist in the template");

        var values = declared.Select(item => (Declaration: item, Value: ValueOf(item, given, previous))).ToArray();
        Refuse(values.Where(item => item.Value is null).Select(item => item.Declaration.Key), "must have values");

        foreach (var (declaration, value) in values)
        {
            declaration.Check(value!);
        }

        var unfetched = values.Where(item => item.Declaration.IsSsm && store.Find(item.Value!) is null)
            .Select(item => item.Value!).ToArray();
        if (unfetched.Length > 0)
        {
            throw ValidationFault.Of(
                $"Unable to fetch parameters [{string.Join(",", unfetched)}] from parameter store for this account.");
        }

        return
        [
            .. values.Select(item => new ParameterValue(
                item.Declaration.Key,
                item.Value!,
                item.Declaration.IsSsm ? store.Find(item.Value!)!.Value : null,
                item.Declaration.NoEcho,
                item.Declaration.IsList)),
        ];
    }

    private static string? ValueOf(
        ParameterDeclaration declaration,
        IReadOnlyList<ParameterInput> given,
        IReadOnlyList<ParameterValue> previous) =>
        given.FirstOrDefault(input => input.Key == declaration.Key) switch
        {
            { UsePrevious: true } => previous.FirstOrDefault(value => value.Key == declaration.Key)?.Value,
            { } input => input.Value,
            null => declaration.Default,
        };

    private static void Refuse(IEnumerable<string> keys, string why)
    {
        var refused = keys.ToArray();
        if (refused.Length > 0)
        {
            throw ValidationFault.Of($"Parameters: [{string.Join(", ", refused)}] {why}");
        }
    }
}
