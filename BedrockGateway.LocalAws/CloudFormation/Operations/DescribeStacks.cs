using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>DescribeStacks</c>: one stack, or all that are not deleted, on one page.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html</remarks>
internal sealed class DescribeStacks(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(DescribeStacks);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no such stack.</exception>
    public XElement Handle(QueryParameters form)
    {
        var described = form["StackName"] is { Length: > 0 } name
            ? [stacks.GetById(name)]
            : stacks.All().Where(stack => !stack.State.IsDeleted);
        return new("DescribeStacksResult", StackXml.List("Stacks", described.Select(Describe)));
    }

    public static XElement Parameters(IReadOnlyList<ParameterValue> parameters) => StackXml.List(
        "Parameters",
        parameters.Select(IEnumerable<XElement?> (parameter) =>
        [
            new("ParameterKey", parameter.Key),
            new("ParameterValue", parameter.Shown),
            StackXml.Optional("ResolvedValue", parameter.ResolvedValue),
        ]));

    public static XElement Tags(IReadOnlyList<StackTag> tags) => StackXml.List(
        "Tags", tags.Select(IEnumerable<XElement?> (tag) => [new("Key", tag.Key), new("Value", tag.Value)]));

    private static IEnumerable<XElement?> Describe(Stack stack)
    {
        var state = stack.State;
        return
        [
            new("StackId", stack.Id),
            new("StackName", stack.Name),
            state.IsDeleted ? null : StackXml.Optional("ChangeSetId", state.ChangeSetId),
            StackXml.Optional("Description", state.Target?.Template.Description),
            state.Target is { Parameters.Count: > 0 } target ? Parameters(target.Parameters) : null,
            StackXml.Time("CreationTime", state.Created),
            StackXml.Optional("LastUpdatedTime", state.LastUpdated),
            StackXml.Optional("DeletionTime", state.Deleted),
            new("RollbackConfiguration"),
            new("StackStatus", state.Status),
            StackXml.Optional("StackStatusReason", state.StatusReason),
            new("DisableRollback", state.DisableRollback),
            new("NotificationARNs"),
            state.Target is { Capabilities: { Count: > 0 } capabilities }
                ? StackXml.Texts("Capabilities", capabilities)
                : null,
            state.Outputs.Count > 0 ? StackXml.List("Outputs", state.Outputs.Select(Output)) : null,
            StackXml.Optional("RoleARN", state.Target?.RoleArn),
            Tags(state.Target?.Tags ?? []),
            state.IsDeleted ? null : new("EnableTerminationProtection", state.TerminationProtection),
            new("DriftInformation", new XElement("StackDriftStatus", "NOT_CHECKED")),
        ];
    }

    private static IEnumerable<XElement?> Output(StackOutput output) =>
    [
        new("OutputKey", output.Key),
        new("OutputValue", output.Value),
        StackXml.Optional("Description", output.Description),
        StackXml.Optional("ExportName", output.ExportName),
    ];
}
