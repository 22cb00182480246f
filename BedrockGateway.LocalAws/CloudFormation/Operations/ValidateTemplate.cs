using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>ValidateTemplate</c>: whether a template is well-formed and its names resolve.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ValidateTemplate.html
/// </remarks>
internal sealed class ValidateTemplate(TemplateSource source) : ICloudFormationOperation
{
    public string Name => nameof(ValidateTemplate);

    /// <exception cref="AwsFault"><c>ValidationError</c>: it is not valid.</exception>
    public XElement Handle(QueryParameters form)
    {
        var template = Template.Parse(source.Read(form, previous: null));
        TemplateReferences.Check(template);
        return new(
            "ValidateTemplateResult",
            StackXml.List("Parameters", TemplateParameters.Declared(template).Select(Describe)),
            StackXml.Optional("Description", template.Description),
            CapabilitiesOf(template));
    }

    /// <summary>What is needed to be acknowledged, and what for; nothing where nothing is.</summary>
    public static IEnumerable<XElement?> CapabilitiesOf(Template template)
    {
        if (Capabilities.Required(template.Resources.Values) is { } required)
        {
            var types = template.Resources.Values.Select(resource => resource.Type)
                .Where(type => type.StartsWith("AWS::IAM::", StringComparison.Ordinal)).Distinct();
            yield return StackXml.Texts("Capabilities", [required]);
            yield return new(
                "CapabilitiesReason", $"The following resource(s) require capabilities: [{string.Join(", ", types)}]");
        }
    }

    private static IEnumerable<XElement?> Describe(ParameterDeclaration parameter) =>
    [
        new("ParameterKey", parameter.Key),
        StackXml.Optional("DefaultValue", parameter.Default),
        new("NoEcho", parameter.NoEcho),
        StackXml.Optional("Description", parameter.Description),
    ];
}
