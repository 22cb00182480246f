using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>GetTemplateSummary</c>: parameters, resource types and needed capabilities of a template.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplateSummary.html
/// </remarks>
internal sealed class GetTemplateSummary(StackStore stacks, TemplateSource source) : ICloudFormationOperation
{
    public string Name => nameof(GetTemplateSummary);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no template, or it is none.</exception>
    public XElement Handle(QueryParameters form)
    {
        var template = form["StackName"] is { } name && stacks.GetById(name).State.Target is { } target
            ? target.Template
            : Template.Parse(source.Read(form, previous: null));
        return new(
            "GetTemplateSummaryResult",
            Parameters(template),
            ValidateTemplate.CapabilitiesOf(template),
            StackXml.Texts("ResourceTypes", template.Resources.Values.Select(resource => resource.Type).Distinct()),
            StackXml.Optional("Description", template.Description));
    }

    private static XElement Parameters(Template template) => StackXml.List(
        "Parameters",
        TemplateParameters.Declared(template).Select(IEnumerable<XElement?> (parameter) =>
        [
            new("ParameterKey", parameter.Key),
            StackXml.Optional("DefaultValue", parameter.Default),
            new("ParameterType", parameter.Type),
            new("NoEcho", parameter.NoEcho),
            StackXml.Optional("Description", parameter.Description),
        ]));
}
