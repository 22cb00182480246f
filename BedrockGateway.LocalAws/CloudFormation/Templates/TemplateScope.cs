using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Ssm;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>What names mean in one template of one stack, resources aside.</summary>
/// <param name="template">The template.</param>
/// <param name="stack">The stack it is for.</param>
/// <param name="parameters">A value for each parameter of the template.</param>
/// <param name="account">Region, account, exports of other stacks and SSM parameters.</param>
internal sealed class TemplateScope(
    Template template, StackIdentity stack, IReadOnlyList<ParameterValue> parameters, AccountScope account)
{
    private readonly HashSet<string> _imports = new(StringComparer.Ordinal);

    public Template Template => template;

    public string Region => account.Options.Region;

    public ConditionSet Conditions => field ??= new(this);

    /// <summary>Exports that were read so far.</summary>
    public IReadOnlyCollection<string> Imports => _imports;

    /// <summary>Resources whose condition holds, in the order of the template.</summary>
    public IEnumerable<TemplateResource> ActiveResources => template.Resources.Values.Where(resource =>
        resource.Condition is null || Conditions.Holds(resource.Condition, "Resources"));

    /// <summary>A parameter or pseudo parameter, <see langword="null"/> where the name is neither.</summary>
    public JsonNode? FindParameter(string name) =>
        parameters.FirstOrDefault(parameter => parameter.Key == name)?.ToNode()
        ?? PseudoParameters.Find(name, stack, account.Options);

    /// <exception cref="AwsFault"><c>ValidationError</c>: no stack exports the name.</exception>
    public string Import(string name)
    {
        _imports.Add(name);
        return account.FindExport(name) ?? throw ValidationFault.Of($"No export named {name} found.");
    }

    /// <summary>Content of an SSM parameter, for dynamic references.</summary>
    public Parameter? FindSsmParameter(string name) => account.Ssm.Find(name);
}

/// <summary>What a template can see of the account.</summary>
/// <param name="Options">Region and account id.</param>
/// <param name="Ssm">Parameter Store.</param>
/// <param name="FindExport">Value of an export of any stack.</param>
internal sealed record AccountScope(LocalAwsOptions Options, ParameterStore Ssm, Func<string, string?> FindExport);
