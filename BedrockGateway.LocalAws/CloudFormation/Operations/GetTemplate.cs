using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary>
/// <c>GetTemplate</c>: the template of a stack or a change set, as it was given. Both stages are the same here.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html</remarks>
internal sealed class GetTemplate(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(GetTemplate);

    /// <exception cref="AwsFault"><c>ValidationError</c>, <c>ChangeSetNotFound</c> (404).</exception>
    public XElement Handle(QueryParameters form)
    {
        var body = form["ChangeSetName"] is { } changeSet
            ? stacks.GetChangeSet(changeSet, form["StackName"]).Set.Target.Template.Body
            : stacks.GetById(StackNames.Read(form)).State.Target?.Template.Body;
        return new(
            "GetTemplateResult",
            new XElement("TemplateBody", body ?? "{}"),
            StackXml.Texts("StagesAvailable", ["Original", "Processed"]));
    }
}
